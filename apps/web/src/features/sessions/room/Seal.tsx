import type { DecisionView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './Seal.module.css';

interface Props {
  readonly decision: Pick<DecisionView, 'kind' | 'at'>;
  /** Place of its item in the agenda. */
  readonly item: number;
  /** Recorded before the reader's eyes: it is drawn, once. */
  readonly isFresh: boolean;
}

/** The stamp of a recorded agreement. */
export function Seal({ decision: { kind, at }, item, isFresh }: Props) {
  const text = useText();
  const time = useTime();
  if (kind === 'reopened') return null;
  return (
    <p className={styles.seal} data-fresh={isFresh || undefined}>
      <svg aria-hidden="true">
        <rect x="1" y="1" width="100%" height="100%" pathLength="1" />
      </svg>
      <span>{text(`session.seal.${kind}`, { item, time: time.clock(at) })}</span>
    </p>
  );
}
