import type { Editor } from '@tiptap/core';
import { HEADING_LEVELS, type HeadingLevel } from './blocks.js';

export type BlockStyle = 'paragraph' | HeadingLevel;

/** What holds at the selection, as the toolbar shows it. */
export interface ToolbarState {
  readonly style: BlockStyle;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly bulletList: boolean;
  readonly orderedList: boolean;
  readonly blockquote: boolean;
  readonly link: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const NOTHING: ToolbarState = {
  style: 'paragraph',
  ...{ bold: false, italic: false, bulletList: false, orderedList: false, blockquote: false, link: false },
  ...{ canUndo: false, canRedo: false },
};

/** An editor whose document was replaced is asked once more before the next one stands there. */
export function toolbarState(editor: Editor): ToolbarState {
  if (editor.isDestroyed) return NOTHING;
  const { canUndo, canRedo } = editor.storage.sharedText.undo;
  return {
    style: HEADING_LEVELS.find((level) => editor.isActive('heading', { level })) ?? 'paragraph',
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: isInnermostList(editor, 'bulletList'),
    orderedList: isInnermostList(editor, 'orderedList'),
    blockquote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    canUndo,
    canRedo,
  };
}

/** A numbered list inside a list is a numbered list. */
function isInnermostList(editor: Editor, name: 'bulletList' | 'orderedList'): boolean {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type.name === 'bulletList' || type.name === 'orderedList') return type.name === name;
  }
  return false;
}
