import { useQueryClient } from '@tanstack/react-query';
import { shownSince } from '../../shared/api/offline-copy.js';
import { useText } from '../../shared/i18n/use-text.js';
import { useTime } from '../../shared/i18n/use-time.js';
import { useLiveLine } from '../../shared/socket/live-line.js';
import styles from './OfflineLine.module.css';

/** Says of what age the screen is while nothing new arrives. */
export function OfflineLine() {
  const text = useText();
  const time = useTime();
  const client = useQueryClient();
  const { kind, lastOpen } = useLiveLine();
  const at = kind === 'cut' ? (lastOpen ?? shownSince(client)) : null;
  return (
    <p role="status" className={at === null ? undefined : styles.line}>
      {at !== null && text('app.offlineCopy', { time: isToday(at) ? time.clock(at) : time.moment(at) })}
    </p>
  );
}

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString();
