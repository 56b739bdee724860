import type { ThreadView } from '@expert-forum/contracts';
import { canReattachThread, canReopenThread, canReply, canResolveThread } from '@expert-forum/domain';
import { useRef, useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useThreadAct } from '../api/thread-acts.js';
import { useWording } from '../composer/drafts.js';
import { EMPTY } from '../composer/wording.js';
import { WordingForm } from '../composer/WordingForm.js';
import type { Discussion } from '../discussion/use-discussion.js';
import { AttachWords } from './AttachWords.js';
import { Comment } from './Comment.js';
import styles from './Note.module.css';
import { ResolveForm } from './ResolveForm.js';
import { Signature } from './Signature.js';
import { factsOf } from './thread-facts.js';
import { useThreadRule } from './use-thread-rule.js';

interface Props {
  readonly thread: ThreadView;
  readonly discussion: Pick<Discussion, 'speaker' | 'editor'>;
}

/** All that was said in a thread, and what may be done with it. */
export function Talk({ thread, discussion: { speaker, editor } }: Props) {
  const text = useText();
  const rule = useThreadRule();
  const problemText = useProblemText();
  const [doing, setDoing] = useState<'reply' | 'resolve' | null>(null);
  const [wording, setWording] = useWording(speaker.mandateId, thread.id);
  const facts = factsOf(thread, speaker);
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setDoing(null);
    place.current?.parentElement?.querySelector<HTMLElement>('[data-note-door]')?.focus(); // the form that has the focus goes
  };
  const reply = useThreadAct('comment:add', () => {
    setWording(EMPTY);
    close();
  });
  const reopen = useThreadAct('thread:reopen');
  const isReplying = (doing === 'reply' || wording.body !== '') && canReply(speaker, facts).ok;
  return (
    <div ref={place} className={styles.talk}>
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <Comment key={comment.id} comment={comment} thread={thread} speaker={speaker} />
        ))}
      </ol>
      {thread.resolution && (
        <div className={styles.resolution}>
          <Signature by={thread.resolution.by} at={thread.resolution.at} />
          <p>
            <strong>{text(`disposition.${thread.resolution.disposition}`)}</strong> {thread.resolution.reason}
          </p>
        </div>
      )}
      {thread.isDetached && <AttachWords thread={thread} editor={editor} blockedBy={rule(canReattachThread(speaker, facts))} />}
      {isReplying && (
        <WordingForm
          label={text('thread.reply')}
          name={text('thread.send')}
          wording={wording}
          onChange={setWording}
          visibility={thread.visibility}
          isBusy={reply.isPending}
          error={reply.error}
          onSend={(comment, key) => reply.mutate({ threadId: thread.id, ...comment, key })}
          onCancel={() => {
            setWording(EMPTY);
            close();
          }}
        />
      )}
      {doing === 'resolve' && <ResolveForm threadId={thread.id} onClose={close} />}
      {reopen.error && <Notice kind="fault">{problemText(reopen.error)}</Notice>}
      {!isReplying && doing === null && (
        <div className={styles.acts}>
          {thread.state === 'resolved' ? (
            <Button look="quiet" blockedBy={rule(canReopenThread(speaker, facts))} isBusy={reopen.isPending} onPress={() => reopen.mutate({ threadId: thread.id })}>
              {text('thread.reopen')}
            </Button>
          ) : (
            <>
              <Button look="quiet" blockedBy={rule(canReply(speaker, facts))} onPress={() => setDoing('reply')}>
                {text('thread.reply')}
              </Button>
              <Button look="quiet" blockedBy={rule(canResolveThread(speaker, facts))} onPress={() => setDoing('resolve')}>
                {text('thread.resolve')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
