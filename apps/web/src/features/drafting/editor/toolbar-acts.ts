import type { Editor } from '@tiptap/core';
import type { BlockStyle, ToolbarState } from './toolbar-state.js';

export type Tool = Exclude<keyof ToolbarState, 'style' | 'link' | 'canUndo' | 'canRedo'> | 'undo' | 'redo';

export const ACTS: Readonly<Record<Tool, (editor: Editor) => void>> = {
  bold: (editor) => editor.commands.toggleBold(),
  italic: (editor) => editor.commands.toggleItalic(),
  bulletList: (editor) => editor.commands.toggleList('bulletList', 'listItem'),
  orderedList: (editor) => editor.commands.toggleList('orderedList', 'listItem'),
  blockquote: (editor) => editor.commands.toggleBlockquote(),
  undo: (editor) => editor.storage.sharedText.undo.undo(),
  redo: (editor) => editor.storage.sharedText.undo.redo(),
};

export const setStyle = (editor: Editor, style: BlockStyle): boolean =>
  style === 'paragraph' ? editor.commands.setNode('paragraph') : editor.commands.setNode('heading', { level: style });

/** Links the selection, the link around it, or the address itself if nothing is selected. */
export function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive('link')) {
    editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
    return;
  }
  editor.chain().extendMarkRange('link').setMark('link', { href }).run();
}

export const removeLink = (editor: Editor): boolean => editor.chain().extendMarkRange('link').unsetMark('link').run();
