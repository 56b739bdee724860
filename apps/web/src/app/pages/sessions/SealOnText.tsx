import type { AgendaItemView, ItemSectionView } from '@expert-forum/contracts';
import { Seal } from '../../../features/sessions/room/Seal.js';
import { latestDecision } from '../../../features/sessions/table/table.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './Table.module.css';

interface Props {
  readonly item: AgendaItemView;
  readonly section: ItemSectionView;
  readonly number: number;
  readonly ahead: number;
}

/** What was decided about the text under this item: the seal, or that it was reopened. */
export function SealOnText({ item, section, number, ahead }: Props) {
  const text = useText();
  const time = useTime();
  const decision = latestDecision(item, section.id);
  if (decision === null) return null;
  return (
    <div className={styles.decided}>
      <Seal key={decision.id} decision={decision} item={number} ahead={ahead} />
      <p className={styles.record}>
        {text(`session.recorded.${decision.kind}`, { number: decision.sectionNumber })}{' '}
        {text('session.recordedAt', { time: time.clock(decision.at), n: decision.centresPresent.length })}
        {decision.revision && (
          <>
            {' '}
            <code>{decision.revision.hash.slice(0, 8)}</code>
          </>
        )}
        {decision.text && (
          <span lang="en" className={styles.words}>
            {decision.text}
          </span>
        )}
      </p>
    </div>
  );
}
