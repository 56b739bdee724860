import type { Tool } from './toolbar-acts.js';

/** Keys as Tiptap writes them; `Mod` is ⌘ on Apple's keyboards and Ctrl elsewhere. */
export const SHORTCUTS: Readonly<Record<Tool, string>> = {
  bold: 'Mod-B',
  italic: 'Mod-I',
  bulletList: 'Mod-Shift-8',
  orderedList: 'Mod-Shift-7',
  blockquote: 'Mod-Shift-B',
  undo: 'Mod-Z',
  redo: 'Mod-Shift-Z',
};

const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** As people read it. */
export const shownKeys = (keys: string): string =>
  isApple ? keys.replace('Mod', '⌘').replace('Shift', '⇧').replaceAll('-', '') : keys.replace('Mod', 'Ctrl').replaceAll('-', '+');

/** As `aria-keyshortcuts` wants it. */
export const spokenKeys = (keys: string): string => keys.replace('Mod', isApple ? 'Meta' : 'Control').replaceAll('-', '+');
