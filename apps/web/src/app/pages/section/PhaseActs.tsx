import type { SectionView } from '@expert-forum/contracts';
import { phasesByAct, type Phase } from '@expert-forum/domain';
import { useState } from 'react';
import type { MessageKey } from '../../../shared/i18n/catalogues.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { PhaseConfirmation } from './PhaseConfirmation.js';
import { PhaseSheet } from './PhaseSheet.js';
import styles from './AboutSection.module.css';

/** The act that is nearest in a phase; everything else is behind the menu of phases. */
const NEAREST: Partial<Record<Phase, { readonly to: Phase; readonly name: MessageKey }>> = {
  outline: { to: 'drafting', name: 'section.startDrafting' },
  drafting: { to: 'consultation', name: 'section.freeze' },
  consultation: { to: 'drafting', name: 'section.reopen' },
  parked: { to: 'drafting', name: 'section.startDrafting' },
};

/** What a moderator may do with the phase of a section. Nothing happens before it has been said what will. */
export function PhaseActs({ section }: { readonly section: SectionView }) {
  const text = useText();
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, choose] = useState<Phase | null>(null);
  const nearest = NEAREST[section.phase];
  return (
    <div className={styles.acts}>
      {nearest && phasesByAct(section.phase).includes(nearest.to) && (
        <Button onPress={() => choose(nearest.to)}>{text(nearest.name)}</Button>
      )}
      <Button look="quiet" onPress={() => setChoosing(true)}>
        {text('section.changePhase')}
      </Button>
      {isChoosing && (
        <PhaseSheet
          section={section}
          onClose={() => setChoosing(false)}
          onChosen={(phase) => {
            setChoosing(false);
            choose(phase);
          }}
        />
      )}
      {chosen && <PhaseConfirmation section={section} to={chosen} onClose={() => choose(null)} />}
    </div>
  );
}
