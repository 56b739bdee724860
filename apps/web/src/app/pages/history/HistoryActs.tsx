import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { mayBringBack, mayNameRevision } from '@expert-forum/domain';
import { useState } from 'react';
import { NameSheet } from '../../../features/history/acts/NameSheet.js';
import { RestoreSheet } from '../../../features/history/acts/RestoreSheet.js';
import type { TextState } from '../../../features/history/api/states.js';
import { useStateName } from '../../../features/history/api/use-state-name.js';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './History.module.css';
import { tiesOf } from './ties-of.js';

interface Props {
  readonly section: SectionView;
  readonly mandate: HeldMandate;
  /** The later of the two that are compared. */
  readonly shown: TextState;
  readonly onRestored: () => void;
}

/** Keeping the text under a name, and bringing back the state that is shown: for those whose act it is. */
export function HistoryActs({ section, mandate, shown, onRestored }: Props) {
  const text = useText();
  const ruleText = useRuleText();
  const stateName = useStateName();
  const [open, setOpen] = useState<'name' | 'restore' | null>(null);
  const ties = tiesOf(section, mandate);
  const mayName = mayNameRevision(mandate, ties).ok;
  const verdict = shown.revision && mayBringBack(mandate, shown.revision.kind, { ...ties, phase: section.phase });
  const restores = verdict !== null && (verdict.ok || verdict.problem === 'section-frozen');
  if (!mayName && !restores) return null;
  return (
    <div className={styles.acts}>
      {mayName && <Button onPress={() => setOpen('name')}>{text('history.name.open')}</Button>}
      {restores && (
        <Button blockedBy={ruleText(verdict)} onPress={() => setOpen('restore')}>
          {text('history.restore.open')}
        </Button>
      )}
      {open === 'name' && <NameSheet sectionId={section.id} onClose={() => setOpen(null)} />}
      {open === 'restore' && shown.revision !== null && (
        <RestoreSheet sectionId={section.id} revision={{ id: shown.id, name: stateName(shown).name }} onClose={() => setOpen(null)} onRestored={onRestored} />
      )}
    </div>
  );
}
