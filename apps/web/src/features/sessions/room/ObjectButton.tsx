import { useText } from '../../../shared/i18n/use-text.js';
import styles from './CallPanel.module.css';

interface Props {
  readonly centreCode: string | null;
  readonly isBlocked: boolean;
  readonly onObject: () => void;
}

/** Large, because there are ten seconds to find it; it asks nothing further. */
export function ObjectButton({ centreCode, isBlocked, onObject }: Props) {
  const text = useText();
  return (
    <button type="button" className={styles.object} aria-disabled={isBlocked || undefined} onClick={() => !isBlocked && onObject()}>
      {centreCode === null ? text('call.object') : text('call.objectFor', { centre: centreCode })}
    </button>
  );
}
