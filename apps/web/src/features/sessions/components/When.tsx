import type { SessionSummary } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { HOST_ZONE } from '../agenda/zones.js';
import { useSpan } from './use-span.js';
import styles from './When.module.css';

/** When a session takes place by the reader's clock and, where that differs, by the host's. */
export function When({ session }: { readonly session: Pick<SessionSummary, 'startsAt' | 'endsAt'> }) {
  const text = useText();
  const [here, host] = [useTime(), useTime(HOST_ZONE)];
  const [spanHere, spanAtHost] = [useSpan(), useSpan(HOST_ZONE)];
  const offset = here.offset(session.startsAt);
  const isHost = offset === host.offset(session.startsAt);
  return (
    <span className={styles.when}>
      <span>
        {spanHere(session)} <span className={styles.zone}>{isHost ? text('session.hostTime') : text('session.yourTime', { zone: offset })}</span>
      </span>
      {!isHost && (
        <span className={styles.zone}>
          {spanAtHost(session)} {text('session.hostTime')}
        </span>
      )}
    </span>
  );
}
