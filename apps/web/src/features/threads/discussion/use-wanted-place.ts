import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { type Discussion, noteId } from './use-discussion.js';

/** Where a link into a section leads. */
export interface WantedPlace {
  readonly threadId: string | undefined;
  /** Empty: none in particular. */
  readonly paragraphId: string;
}

/** Whoever does one of these has gone elsewhere: nothing is scrolled under their hands. */
const OWN_WAYS = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * Opens the thread that a link leads to, with the focus on it and its words in sight, as soon as each of them is there.
 * @returns whether there is no such thread, as far as the forum has answered since the page was opened
 */
export function useWantedPlace({ threads, readAt, choose, editor }: Discussion, { threadId, paragraphId }: WantedPlace): { readonly isMissing: boolean } {
  const [openedAt] = useState(() => Date.now());
  const [opened, setOpened] = useState<string | undefined>();
  const isThere = threads.some(({ id }) => id === threadId);
  if (isThere && opened !== threadId) {
    setOpened(threadId);
    choose(threadId ?? null);
  }
  const focused = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (opened === undefined || focused.current === opened) return;
    // A note beside the text is hidden, and takes no focus, until the text is there; whoever went elsewhere meanwhile stays there.
    const isFree = editor === null || document.activeElement === null || document.activeElement.matches('body, main, dialog *');
    if (isFree && hasFocused(opened)) focused.current = opened;
  }, [opened, editor]);
  useEffect(() => {
    if (editor === null || editor.isDestroyed || (threadId === undefined ? paragraphId === '' : opened !== threadId)) return;
    return whenShown(editor, () => placeIn(editor, threadId, paragraphId));
  }, [editor, opened, threadId, paragraphId]);
  return { isMissing: threadId !== undefined && !isThere && readAt >= openedAt };
}

function hasFocused(threadId: string): boolean {
  const door = document.getElementById(noteId(threadId))?.querySelector<HTMLElement>('[data-note-door]');
  if (!door) return false;
  door.focus({ preventScroll: door.closest('dialog') === null }); // beside the text it comes into sight with its words
  return door === document.activeElement;
}

/** The words of the thread; where they are gone, the paragraph in which they were. */
function placeIn({ view }: Editor, threadId: string | undefined, paragraphId: string): Element | null {
  const words = threadId === undefined ? null : view.dom.querySelector('.chosen-words');
  return words ?? (paragraphId === '' ? null : view.dom.querySelector(`[data-paragraph="${CSS.escape(paragraphId)}"]`));
}

/** Brings it into sight once, now or when the text has it. */
function whenShown(editor: Editor, find: () => Element | null): () => void {
  const stop = (): void => {
    editor.off('transaction', look);
    OWN_WAYS.forEach((way) => window.removeEventListener(way, stop, true));
  };
  const look = (): void => {
    const place = editor.isDestroyed ? null : find();
    if (place === null) return;
    stop();
    place.scrollIntoView({ block: 'center' });
  };
  editor.on('transaction', look);
  OWN_WAYS.forEach((way) => window.addEventListener(way, stop, true));
  look();
  return stop;
}
