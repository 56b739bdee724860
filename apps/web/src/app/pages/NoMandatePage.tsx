import { useText } from '../../shared/i18n/use-text.js';
import { Frame } from '../frame/Frame.js';
import styles from './PlainText.module.css';

/** Signed in, but nothing to speak as: who can change that. */
export function NoMandatePage() {
  const text = useText();
  return (
    <Frame title={text('login.noMandate')}>
      <div className={styles.text}>
        <h1>{text('login.noMandate')}</h1>
        <p>{text('login.noMandate.text')}</p>
      </div>
    </Frame>
  );
}
