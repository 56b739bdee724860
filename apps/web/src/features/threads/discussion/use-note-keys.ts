import { shownWords } from '@expert-forum/collab/editor';
import { useEffect } from 'react';
import type { Discussion } from './use-discussion.js';

/** The keys of notes, wherever on the screen somebody is: Alt and an arrow for the next one, Ctrl+Alt+M for a new one. */
export function useNoteKeys({ editor, begin, mayOpen }: Discussion): void {
  useEffect(() => {
    if (editor === null) return;
    const pressed = (event: KeyboardEvent): void => {
      const isNew = event.code === 'KeyM' && event.altKey && (event.ctrlKey || event.metaKey);
      if (isNew && mayOpen.ok) {
        event.preventDefault();
        return begin();
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isPlain = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (step === undefined || !isPlain || event.target instanceof HTMLSelectElement) return;
      const doors = [...document.querySelectorAll<HTMLElement>('[data-note-door]')];
      if (doors.length === 0) return;
      event.preventDefault();
      doors[nextOf(doors, editor.state, step)]?.focus();
    };
    document.addEventListener('keydown', pressed, true);
    return () => document.removeEventListener('keydown', pressed, true);
  }, [editor, begin, mayOpen]);
}

/** From the note that has the focus; from the text, the first one beyond the caret. */
function nextOf(doors: readonly HTMLElement[], state: Parameters<typeof shownWords>[0], step: number): number {
  const at = doors.findIndex((door) => door.closest('[data-note]')?.contains(document.activeElement));
  if (at >= 0) return (at + step + doors.length) % doors.length;
  const caret = state.selection.head;
  const before = shownWords(state).filter(({ from }) => from <= caret).length;
  return step > 0 ? before % doors.length : (before - 1 + doors.length) % doors.length;
}
