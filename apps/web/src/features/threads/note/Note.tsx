import type { ThreadView } from '@expert-forum/contracts';
import { memo } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { who } from '../../../shared/ui/who.js';
import { type Discussion, noteId } from '../discussion/use-discussion.js';
import styles from './Note.module.css';
import { Signature } from './Signature.js';
import { Talk } from './Talk.js';

interface Props {
  readonly thread: ThreadView;
  readonly discussion: Pick<Discussion, 'speaker' | 'editor' | 'choose'>;
  readonly isChosen: boolean;
}

/** A thread beside the text: its first words, and when it is chosen all that was said. */
export const Note = memo(function Note({ thread, discussion, isChosen }: Props) {
  const text = useText();
  const [first] = thread.comments;
  const replies = thread.comments.length - 1;
  if (first === undefined) return null;
  return (
    <article
      id={noteId(thread.id)}
      className={styles.note}
      data-note={thread.id}
      data-chosen={isChosen || undefined}
      data-centre={thread.centreId === null ? undefined : true}
      aria-label={text('thread.by', { who: who(text, first.author), name: first.author.memberName })}
    >
      <button
        type="button"
        className={styles.door}
        data-note-door=""
        aria-expanded={isChosen}
        onClick={() => discussion.choose(isChosen ? null : thread.id)}
      >
        <Signature by={first.author} at={first.createdAt} />
        {thread.centreId !== null && <span className={styles.circle}>{text('thread.centreOnly')}</span>}
        {thread.resolution && <span className={styles.circle}>{text(`disposition.${thread.resolution.disposition}`)}</span>}
        {!isChosen && <span className={styles.words}>{first.body ?? text('thread.removed')}</span>}
        {!isChosen && replies > 0 && <span className={styles.count}>{text('thread.replies', { n: replies })}</span>}
      </button>
      {isChosen && <Talk thread={thread} discussion={discussion} />}
    </article>
  );
});
