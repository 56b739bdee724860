import type { AgendaItemView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { clockFace, itemClock } from '../table/item-clock.js';
import styles from './ItemTimer.module.css';
import { useForumTime } from './use-forum-time.js';

interface Props {
  readonly item: AgendaItemView;
  readonly ahead: number;
}

/** Counts down the minutes planned for the item on the table, and then up; without a sound. */
export function ItemTimer({ item, ahead }: Props) {
  const text = useText();
  const clock = itemClock(item, useForumTime(ahead, 1_000));
  if (clock === null) return null;
  const time = clockFace(clock.seconds);
  return (
    <span className={styles.timer} role="timer" data-low={clock.isLow || clock.isOver || undefined}>
      {text(clock.isOver ? 'session.item.over' : 'session.item.left', { time })}
    </span>
  );
}
