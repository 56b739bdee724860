import { shownWords } from '@expert-forum/collab/editor';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Unreachable } from '../../../shared/api/problem-error.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useRest } from '../../../shared/ui/use-rest.js';
import { NewThread } from '../composer/NewThread.js';
import { type Discussion, NEW, NO_NOTES } from '../discussion/use-discussion.js';
import { Note } from '../note/Note.js';
import styles from './Notes.module.css';
import { OfflineNotes } from './OfflineNotes.js';
import { sortThreads } from './sort-threads.js';
import { usePlacedNotes } from './use-placed-notes.js';

const NONE_YET: Discussion['threads'] = [];

interface Props {
  readonly discussion: Discussion;
  /** Beside their words, where there is a margin; otherwise one under the other. */
  readonly isPlaced: boolean;
}

/** The notes of a section: open ones in the order of the text, those that lost their words, and those that are resolved. */
export function Notes({ discussion, isPlaced }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const { chosen, choose, editor, speaker, proposed, error, isRead, readAt, note } = discussion;
  // Hundreds of notes must not stand between the page and its text: they are drawn behind it, when there is time, unless one is
  // looked for.
  const isRested = useRest(editor !== null);
  const due = isRested || chosen !== null ? discussion.threads : NONE_YET;
  const threads = useDeferredValue(due, chosen === null ? NONE_YET : due);
  const isKept = isRead && error instanceof Unreachable;
  const bound = useMemo(() => ({ speaker, editor, choose }), [speaker, editor, choose]);
  const [wanted, setFilter] = useState<'open' | 'resolved'>('open');
  const order = useEditorState({ editor, selector: ({ editor: current }) => (current === null ? '' : shownWords(current.state).map(({ id }) => id).join(' ')) });
  const { open, resolved, detached } = useMemo(() => sortThreads(threads, order === null || order === '' ? null : order.split(' ')), [threads, order]);
  const filter = resolved.length === 0 ? 'open' : wanted;
  useEffect(() => {
    note(filter === 'open' ? new Set([...open, ...detached].map(({ id }) => id)) : NO_NOTES);
    return () => note(NO_NOTES);
  }, [note, filter, open, detached]);
  const area = useRef<HTMLDivElement>(null);
  usePlacedNotes(area, isPlaced && filter === 'open' ? editor : null, chosen, `${order} ${open.map(({ id }) => id).join(' ')}`);
  const at = chosen === null ? null : `${chosen} ${resolved.some(({ id }) => id === chosen) ? 'resolved' : 'open'}`;
  const [seenAt, setSeenAt] = useState<string | null>(null);
  if (at !== seenAt) {
    setSeenAt(at); // the list follows the note that is looked at
    if (at !== null) setFilter(at.endsWith('resolved') ? 'resolved' : 'open');
  }
  const back = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || editor === null || !isPlaced) return;
    const words = shownWords(editor.state).find(({ id }) => id === chosen);
    choose(null);
    if (words) editor.commands.focus(words.from);
    else editor.commands.focus();
  };
  const noteOf = (thread: (typeof threads)[number]) => <Note key={thread.id} thread={thread} discussion={bound} isChosen={thread.id === chosen} />;
  return (
    <div className={styles.notes} onKeyDown={back}>
      {error && !isKept && <Notice kind="fault">{problemText(error)}</Notice>}
      <OfflineNotes readAt={readAt} />
      {resolved.length > 0 && (
        <ChoiceRow
          name={text('thread.filter')}
          choices={[
            { value: 'open', label: text('thread.open', { n: open.length + detached.length }) },
            { value: 'resolved', label: text('thread.resolved', { n: resolved.length }) },
          ]}
          chosen={filter}
          onChoose={setFilter}
        />
      )}
      {filter === 'resolved' && <div className={styles.list}>{resolved.map(noteOf)}</div>}
      {filter === 'open' && (
        <>
          {detached.length > 0 && (
            <details className={styles.detached} open={detached.some(({ id }) => id === chosen) || undefined}>
              <summary>{text('thread.detached', { n: detached.length })}</summary>
              <div className={styles.list}>{detached.map(noteOf)}</div>
            </details>
          )}
          {isRead && threads === discussion.threads && open.length === 0 && proposed === null && <p className={styles.empty}>{text('thread.none')}</p>}
          <div ref={area} className={isPlaced ? styles.placed : styles.list}>
            {proposed && (
              <div data-note={NEW}>
                <NewThread discussion={discussion} words={proposed} />
              </div>
            )}
            {open.map(noteOf)}
          </div>
        </>
      )}
    </div>
  );
}
