import { shownWords } from '@expert-forum/collab/editor';
import type { Editor } from '@tiptap/core';
import { type RefObject, useLayoutEffect } from 'react';
import { crowdedNotes, placeNotes } from './place-notes.js';

/** While one types the notes stay; they follow when the fingers rest. */
const LATER_MS = 200;
/** What a note needs to show more than a line. */
const ROOM = 104;

/**
 * Puts notes beside the words they are about. The places are set at the elements themselves: while the text changes, nothing is
 * drawn again. @param drawn changes whenever other notes are shown
 */
export function usePlacedNotes(area: RefObject<HTMLElement | null>, editor: Editor | null, chosen: string | null, drawn: unknown): void {
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null || editor === null || editor.isDestroyed) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const place = (): void => {
      if (!editor.isDestroyed) placeIn(current, editor, chosen);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(place, LATER_MS);
    };
    editor.on('transaction', soon);
    const sizes = new ResizeObserver(soon);
    [editor.view.dom, ...notesIn(current)].forEach((each) => sizes.observe(each));
    place();
    return () => {
      clearTimeout(timer);
      editor.off('transaction', soon);
      sizes.disconnect();
    };
  }, [area, editor, chosen, drawn]);
}

const notesIn = (area: HTMLElement): HTMLElement[] => [...area.querySelectorAll<HTMLElement>(':scope > [data-note]')];

function placeIn(area: HTMLElement, editor: Editor, chosen: string | null): void {
  const starts = new Map(shownWords(editor.state).map(({ id, from }) => [id, from]));
  const { top: origin } = area.getBoundingClientRect();
  const wantedOf = (note: HTMLElement): number => {
    const start = starts.get(note.dataset['note'] ?? '');
    return start === undefined ? 0 : editor.view.coordsAtPos(start).top - origin;
  };
  const notes = notesIn(area).map((note) => ({ note, wanted: wantedOf(note) })).sort((a, b) => a.wanted - b.wanted);
  const crowded = crowdedNotes(notes.map(({ wanted }) => wanted), ROOM);
  notes.forEach(({ note }, index) => note.toggleAttribute('data-crowded', crowded[index] === true));
  const measured = notes.map(({ note, wanted }) => ({ wanted, height: note.offsetHeight }));
  const place = notes.findIndex(({ note }) => note.dataset['note'] === chosen);
  const tops = placeNotes(measured, place < 0 ? null : place);
  notes.forEach(({ note }, index) => {
    note.style.insetBlockStart = `${tops[index] ?? 0}px`;
    note.dataset['placed'] = '';
  });
  area.style.minBlockSize = `${(tops.at(-1) ?? 0) + (measured.at(-1)?.height ?? 0)}px`;
}
