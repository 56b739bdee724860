import type { CommentView, ThreadView } from '@expert-forum/contracts';
import { canEditComment, canReadTrace, canRemoveComment } from '@expert-forum/domain';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useThreadAct } from '../api/thread-acts.js';
import { WordingForm } from '../composer/WordingForm.js';
import styles from './Note.module.css';
import { Signature } from './Signature.js';
import { commentFactsOf, factsOf, type Speaker } from './thread-facts.js';
import { Trace } from './Trace.js';
import { useThreadRule } from './use-thread-rule.js';

interface Props {
  readonly comment: CommentView;
  readonly thread: ThreadView;
  readonly speaker: Speaker;
}

/** What somebody said. The author may say it differently or take it back; whoever may read how it was finds it here. */
export function Comment({ comment, thread, speaker }: Props) {
  const text = useText();
  const rule = useThreadRule();
  const problemText = useProblemText();
  const { id, author, body, mentions, createdAt, editedAt, deletedAt, position } = comment;
  const [wording, setWording] = useState<Parameters<typeof WordingForm>[0]['wording'] | null>(null);
  const edit = useThreadAct('comment:edit', () => setWording(null));
  const remove = useThreadAct('comment:remove');
  const [facts, own] = [factsOf(thread, speaker), commentFactsOf(comment, speaker)];
  const mayEdit = canEditComment(speaker, facts, own);
  const mayRemove = canRemoveComment(speaker, facts, own);
  const isChanged = editedAt !== null || deletedAt !== null;
  if (wording !== null) {
    return (
      <li>
        <WordingForm
          label={text('thread.edit')}
          name={text('app.save')}
          wording={wording}
          onChange={setWording}
          visibility={thread.visibility}
          isBusy={edit.isPending}
          error={edit.error}
          onSend={(changed) => edit.mutate({ commentId: id, ...changed })}
          onCancel={() => setWording(null)}
        />
      </li>
    );
  }
  return (
    <li>
      {position > 1 && <Signature by={author} at={createdAt} />}
      {body === null ? <p className={styles.removed}>{text('thread.removed')}</p> : <p className={styles.body}>{body}</p>}
      {isChanged && canReadTrace(speaker, facts, own).ok && <Trace commentId={id} name={text(deletedAt ? 'thread.trace' : 'thread.edited')} stamp={editedAt ?? ''} />}
      {editedAt !== null && deletedAt === null && !canReadTrace(speaker, facts, own).ok && <p className={styles.removed}>{text('thread.edited')}</p>}
      {mayRemove.ok && (
        <div className={styles.acts}>
          <Button
            look="quiet"
            blockedBy={rule(mayEdit)}
            onPress={() => setWording({ body: body ?? '', named: mentions })}
          >
            {text('thread.edit')}
          </Button>
          <Button look="quiet" blockedBy={rule(mayRemove)} isBusy={remove.isPending} onPress={() => remove.mutate({ commentId: id })}>
            {text('thread.remove')}
          </Button>
        </div>
      )}
      {remove.error && <Notice kind="fault">{problemText(remove.error)}</Notice>}
    </li>
  );
}
