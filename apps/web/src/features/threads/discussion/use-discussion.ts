import type { ThreadView } from '@expert-forum/contracts';
import { canOpenThread, type Verdict } from '@expert-forum/domain';
import { EditorWords, showAnchors } from '@expert-forum/collab/editor';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useThreads } from '../api/use-threads.js';
import { type ProposedWords, useProposedWords } from '../composer/drafts.js';
import type { Speaker } from '../note/thread-facts.js';

/** Stands for the thread that is being opened. */
export const NEW = 'new';

/** What is said beside the text of a section, and what of it is looked at. */
export interface Discussion {
  readonly sectionId: string;
  readonly speaker: Speaker;
  /** The editor that shows the text; null until there is one. */
  readonly editor: Editor | null;
  readonly threads: readonly ThreadView[];
  readonly isRead: boolean;
  /** When they were last received, in ms since 1970; 0: not yet. */
  readonly readAt: number;
  readonly error: Error | null;
  /** A thread, or `NEW`. */
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  readonly proposed: ProposedWords | null;
  readonly propose: (words: ProposedWords | null) => void;
  /** Begins a comment on what is selected; without words selected nothing happens. */
  readonly begin: () => void;
  readonly mayOpen: Verdict;
  /** Says which threads have a note on the page, for their words to point at. */
  readonly note: (drawn: ReadonlySet<string>) => void;
}

/** Id of the element that shows a thread. */
export const noteId = (id: string): string => `note-${id}`;

export const NO_NOTES: ReadonlySet<string> = new Set();

export function useDiscussion(sectionId: string, speaker: Speaker, editor: Editor | null): Discussion {
  const { threads, error, isRead, readAt } = useThreads(sectionId, speaker.mandateId);
  const [chosen, choose] = useState<string | null>(null);
  const [noted, note] = useState(NO_NOTES);
  const [proposed, keepProposed] = useProposedWords(speaker.mandateId, sectionId);
  const propose = useCallback(
    (words: ProposedWords | null) => {
      keepProposed(words);
      choose(words && NEW);
    },
    [keepProposed],
  );
  const begin = useCallback(() => {
    const words = editor && selectedWords(editor);
    if (!words) return;
    editor.commands.setTextSelection(editor.state.selection.to); // the mark shows which words are meant
    propose(words);
  }, [editor, propose]);
  useEffect(() => {
    if (editor === null || editor.isDestroyed) return;
    const marked = threads.filter(({ id, state, isDetached }) => !isDetached && (state !== 'resolved' || id === chosen));
    const words = marked.map(({ id, anchor }) => ({ id, anchor, details: noted.has(id) ? noteId(id) : null }));
    const fresh = proposed === null ? [] : [{ id: NEW, anchor: proposed.places, details: null }];
    showAnchors(editor.view, { words: [...words, ...fresh], chosen, onPressed: choose });
  }, [editor, threads, chosen, proposed, noted]);
  const mayOpen = useMemo(() => canOpenThread(speaker, { isRemoved: false }, 'forum'), [speaker]);
  return { sectionId, speaker, editor, threads, isRead, readAt, error, chosen, choose, proposed, propose, begin, mayOpen, note };
}

/** What is selected in the text; null where that is no word. */
export function selectedWords(editor: Editor): ProposedWords | null {
  const { doc, selection } = editor.state;
  const places = new EditorWords(editor.storage.sharedText.body, doc).select(selection.from, selection.to);
  return places && { places, quote: doc.textBetween(selection.from, selection.to, ' ') };
}
