import { Node } from '@tiptap/core';
import { pressReference, type Reference, type ReferenceLabel } from './reference-labels.js';

interface LabelledDecoration {
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Shows the number that a paragraph of this or another section has now. */
export const ParagraphReference = Node.create({
  name: 'paragraphReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    section: { parseHTML: (element) => element.dataset['section'], renderHTML: ({ section }) => ({ 'data-section': String(section) }) },
    paragraph: { parseHTML: (element) => element.dataset['refers'], renderHTML: ({ paragraph }) => ({ 'data-refers': String(paragraph) }) },
  }),
  parseHTML: () => [{ tag: 'span[data-section][data-refers]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],
  addNodeView() {
    return ({ node, editor, decorations: first }) => {
      const reference: Reference = { section: String(node.attrs['section']), paragraph: String(node.attrs['paragraph']) };
      const dom = document.createElement('a');
      dom.href = `#${reference.paragraph}`;
      dom.dataset['section'] = reference.section;
      dom.dataset['refers'] = reference.paragraph;
      const show = (decorations: readonly LabelledDecoration[]): void => {
        const label = decorations.map(({ spec }) => spec['label']).find(isLabel);
        dom.textContent = label?.text ?? '…';
        dom.title = label?.hint ?? '';
        dom.toggleAttribute('data-gone', label?.isGone === true);
      };
      dom.addEventListener('click', (event) => {
        event.preventDefault();
        pressReference(editor, reference);
      });
      show(first);
      return {
        dom,
        update: (other, decorations) => {
          if (other.type !== node.type || other.attrs['section'] !== reference.section || other.attrs['paragraph'] !== reference.paragraph) return false;
          show(decorations);
          return true;
        },
        ignoreMutation: () => true,
      };
    };
  },
});

const isLabel = (value: unknown): value is ReferenceLabel => typeof value === 'object' && value !== null && 'text' in value;
