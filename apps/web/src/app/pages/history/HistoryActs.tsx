import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { mayBringBack, mayNameRevision } from '@expert-forum/domain';
import { useEffect, useRef, useState } from 'react';
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
  const [done, setDone] = useState<string | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const ties = tiesOf(section, mandate);
  const mayName = mayNameRevision(mandate, ties).ok;
  const name = stateName(shown).name;
  const start = (act: 'name' | 'restore'): void => {
    setDone(null);
    setOpen(act);
  };
  const verdict = shown.revision && mayBringBack(mandate, shown.revision.kind, { ...ties, phase: section.phase });
  const restores = verdict !== null && (verdict.ok || verdict.problem === 'section-frozen');
  useEffect(() => {
    if (done !== null && document.activeElement === document.body) said.current?.focus(); // the door to a restore goes when the present is shown
  }, [done, restores]);
  if (!mayName && !restores && done === null) return null;
  return (
    <div className={styles.acts}>
      {mayName && <Button onPress={() => start('name')}>{text('history.name.open')}</Button>}
      {restores && (
        <Button blockedBy={ruleText(verdict)} onPress={() => start('restore')}>
          {text('history.restore.open')}
        </Button>
      )}
      <p ref={said} tabIndex={-1} role="status" className={styles.done}>
        {done}
      </p>
      {open === 'name' && <NameSheet sectionId={section.id} onClose={() => setOpen(null)} onNamed={(given) => setDone(text('history.name.done', { name: given }))} />}
      {open === 'restore' && shown.revision !== null && (
        <RestoreSheet
          sectionId={section.id}
          revision={{ id: shown.id, name }}
          onClose={() => setOpen(null)}
          onRestored={() => {
            setDone(text('history.restore.done', { name }));
            onRestored();
          }}
        />
      )}
    </div>
  );
}
