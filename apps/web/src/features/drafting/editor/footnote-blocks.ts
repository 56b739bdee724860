import { footnotesOf, goToFootnote, insertFootnote, leaveFootnote, removeEmptyFootnote } from '@expert-forum/collab/editor';
import { mergeAttributes, Node } from '@tiptap/core';
import { run } from './table-blocks.js';

/** A note below the text. Enter and Esc lead back behind its mark; an empty one goes by Backspace. */
export const Footnote = Node.create({
  name: 'footnote',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-footnote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { 'data-footnote': '' }), 0],
  addKeyboardShortcuts() {
    const back = (): boolean => run(this.editor, leaveFootnote);
    return { Enter: back, Escape: back, Backspace: () => run(this.editor, removeEmptyFootnote), 'Mod-Alt-f': () => run(this.editor, insertFootnote) };
  },
});

/** Shows the number of its footnote, which others may change; a press goes to the note. */
export const FootnoteMark = Node.create({
  name: 'footnoteMark',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ note: { parseHTML: (element) => element.dataset['note'], renderHTML: ({ note }) => ({ 'data-note': String(note) }) } }),
  parseHTML: () => [{ tag: 'sup[data-note]' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', HTMLAttributes],
  addNodeView() {
    return ({ node, editor, decorations: first }) => {
      const note = String(node.attrs['note']);
      const dom = document.createElement('sup');
      const link = dom.appendChild(document.createElement('a'));
      link.dataset['note'] = note;
      link.href = `#${note}`;
      link.setAttribute('role', 'doc-noteref');
      const show = (decorations: readonly { readonly spec: Readonly<Record<string, unknown>> }[]): void => {
        link.textContent = String(decorations.find(({ spec }) => spec['number'] !== undefined)?.spec['number'] ?? '?');
        link.title = footnotesOf(editor.state.doc).find(({ id }) => id === note)?.node.textContent ?? '';
      };
      link.addEventListener('click', (event) => {
        event.preventDefault();
        if (run(editor, goToFootnote(note))) editor.view.focus();
      });
      show(first);
      return {
        dom,
        update: (other, decorations) => {
          if (other.type !== node.type || other.attrs['note'] !== note) return false;
          show(decorations);
          return true;
        },
        ignoreMutation: () => true,
      };
    };
  },
});
