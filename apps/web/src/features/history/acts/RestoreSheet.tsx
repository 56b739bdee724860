import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { restoreRevision } from '../api/history-queries.js';
import styles from './Acts.module.css';

interface Props {
  readonly sectionId: string;
  readonly revision: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

/** Says what a restore does on every screen before it is done. */
export function RestoreSheet({ sectionId, revision, onClose, onRestored }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: () => restoreRevision(sectionId, revision.id),
    onSuccess: async () => {
      onClose();
      onRestored();
      await Promise.all([['revisions', sectionId], ['section-now', sectionId], ['history', sectionId]].map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
  return (
    <Sheet title={text('history.restore.title', { name: revision.name })} onClose={onClose}>
      {restore.isError && <Notice kind="fault">{problemText(restore.error)}</Notice>}
      <p>{text('history.restore.text')}</p>
      <div className={styles.acts}>
        <Button look="primary" isBusy={restore.isPending} onPress={() => restore.mutate()}>
          {text('history.restore.act')}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </Sheet>
  );
}
