import type { SessionState } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './StateMark.module.css';

/** Where a session stands, in words; one that is open carries the mark of what is live. */
export function StateMark({ state }: { readonly state: SessionState }) {
  const text = useText();
  return (
    <span className={styles.mark} data-state={state}>
      {state === 'open' && (
        <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="4.5" />
        </svg>
      )}
      {text(`session.state.${state}`)}
    </span>
  );
}
