import { useText } from '../i18n/use-text.js';
import styles from './Skeleton.module.css';

/** Lines in the shape of a text while it is on its way; shown only when that takes a while. */
export function Skeleton() {
  const text = useText();
  return (
    <div className={styles.lines} role="status" aria-label={text('app.loading')}>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}
