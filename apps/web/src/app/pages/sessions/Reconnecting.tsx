import type { RoomState } from '../../../features/sessions/room/room.js';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './RoomHead.module.css';

/** Small, in the bar: what is shown is the last that was told. */
export function Reconnecting({ line }: Pick<RoomState, 'line'>) {
  const text = useText();
  return (
    <span role="status" className={styles.reconnecting}>
      {line !== 'joined' && text('session.reconnecting')}
    </span>
  );
}
