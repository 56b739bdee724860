import type { DecisionView } from '@expert-forum/contracts';
import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './Seal.module.css';

/** Later than this it has been drawn. */
const FRESH_MS = 5_000;

interface Props {
  readonly decision: Pick<DecisionView, 'kind' | 'at'>;
  /** Place of its item in the agenda. */
  readonly item: number;
  /** By how many ms the clock of the forum is ahead of the one here. */
  readonly ahead: number;
}

/** The stamp of a recorded agreement; drawn once, before the eyes of whoever is there. */
export function Seal({ decision: { kind, at }, item, ahead }: Props) {
  const text = useText();
  const time = useTime();
  const [isFresh] = useState(() => Date.now() + ahead - Date.parse(at) < FRESH_MS);
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
