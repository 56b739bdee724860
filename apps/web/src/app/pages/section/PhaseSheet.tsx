import type { SectionView } from '@expert-forum/contracts';
import { PHASES, type Phase, transition } from '@expert-forum/domain';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './PhaseSheet.module.css';

interface Props {
  readonly section: SectionView;
  readonly onClose: () => void;
  readonly onChosen: (to: Phase) => void;
}

/** Where the section can go from its phase; a way that is closed to a moderator's own act says by which rule. */
export function PhaseSheet({ section: { phase }, onClose, onChosen }: Props) {
  const text = useText();
  const rule = useRuleText();
  const ways = PHASES.flatMap((to) => {
    const way = transition({ phase, openBrackets: 0, blockingPositions: 0 }, to, 'act');
    if (!way.ok && way.problem === 'transition-unknown') return [];
    return [{ to, closedBy: rule(way) }];
  });
  return (
    <Sheet title={text('section.changePhase')} onClose={onClose}>
      <p>{text('section.phaseNow', { phase: text(`phase.${phase}`) })}</p>
      <ul className={styles.ways}>
        {ways.map(({ to, closedBy }) => (
          <li key={to}>
            <Button blockedBy={closedBy} onPress={() => onChosen(to)}>
              {text(`phase.${to}`)}
            </Button>
            {closedBy && <span aria-hidden="true">{closedBy}</span>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
