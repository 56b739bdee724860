import type { SectionView } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changePhase } from '../../../features/drafting/api/section-acts.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './AboutSection.module.css';

interface Props {
  readonly section: SectionView;
  readonly to: Phase;
  readonly onClose: () => void;
}

/** Says what a change of phase does on every screen before it is done. */
export function PhaseConfirmation({ section: { id, number, phase }, to, onClose }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => changePhase(id, to),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['section', id] });
    },
  });
  const name = actName(phase, to);
  const title = name === null ? text('section.moveTo', { number, phase: text(`phase.${to}`) }) : `${number} · ${text(name)}`;
  return (
    <Sheet title={title} onClose={onClose}>
      {change.isError && <Notice kind="fault">{problemText(change.error)}</Notice>}
      <p>{text(effectOf(phase, to))}</p>
      <div className={styles.acts}>
        <Button look="primary" isBusy={change.isPending} onPress={() => change.mutate()}>
          {name === null ? text('section.move') : text(name)}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </Sheet>
  );
}

function actName(from: Phase, to: Phase): 'section.freeze' | 'section.reopen' | 'section.startDrafting' | null {
  if (from === 'drafting' && to === 'consultation') return 'section.freeze';
  if (to !== 'drafting') return null;
  return from === 'consultation' ? 'section.reopen' : 'section.startDrafting';
}

function effectOf(from: Phase, to: Phase): 'section.reopen.text' | 'section.freeze.text' | 'section.move.text' {
  if (to === 'drafting') return 'section.reopen.text';
  return from === 'drafting' ? 'section.freeze.text' : 'section.move.text';
}
