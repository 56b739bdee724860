import { numberParagraphs } from '@expert-forum/domain';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface NumberedParagraph {
  readonly id: string;
  readonly number: number;
  readonly position: number;
  readonly size: number;
}

/** The paragraphs of a text that have a number (OU16). */
export function numberedParagraphs(doc: Node): NumberedParagraph[] {
  const numbers = numberParagraphs(doc.children.map((block) => ({ type: block.type.name, content: block.children })));
  const numbered: NumberedParagraph[] = [];
  doc.forEach((block, position, index) => {
    const number = numbers[index];
    if (number != null) numbered.push({ id: String(block.attrs['id']), number, position, size: block.nodeSize });
  });
  return numbered;
}

const isBlank = (doc: Node): boolean => doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.content.size === 2;

function decorations(doc: Node): DecorationSet {
  const numbers = numberedParagraphs(doc).map(({ number, position, size }) =>
    Decoration.node(position, position + size, { 'data-number': String(number) }),
  );
  return DecorationSet.create(doc, isBlank(doc) ? [Decoration.node(0, 2, { 'data-blank': '' })] : numbers);
}

const key = new PluginKey<DecorationSet>('paragraphNumbers');

/** Marks paragraphs with their numbers, and the only paragraph of a text in which nothing is written yet. */
export const paragraphNumbersPlugin = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: (_config, { doc }) => decorations(doc),
      apply: (transaction, shown) => (transaction.docChanged ? decorations(transaction.doc) : shown),
    },
    props: { decorations: (state) => key.getState(state) },
  });
