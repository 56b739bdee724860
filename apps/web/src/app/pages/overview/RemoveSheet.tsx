import type { SectionView } from '@expert-forum/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { removeSection } from '../../../features/documents/api/outline-acts.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './Overview.module.css';

interface Props {
  readonly section: SectionView;
  /** How it is called on this page. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Says what a removal does before it is done. */
export function RemoveSheet({ section, name, onClose }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeSection(section.id),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['outline'] });
    },
  });
  return (
    <Sheet title={text('outline.removeOf', { title: name })} onClose={onClose}>
      {removal.error && <Notice kind="fault">{problemText(removal.error)}</Notice>}
      <p>{text('outline.remove.text', { title: name })}</p>
      <div className={styles.acts}>
        <Button look="danger" onPress={() => removal.mutate()} isBusy={removal.isPending}>
          {text('outline.remove')}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </Sheet>
  );
}
