import { useText } from '../../../shared/i18n/use-text.js';
import styles from './History.module.css';

/** What the shown text can be verified by. */
export function HashLine({ hash }: { readonly hash: string }) {
  const text = useText();
  return (
    <p className={styles.hash}>
      {text('history.hash')} <code>{hash}</code>
    </p>
  );
}
