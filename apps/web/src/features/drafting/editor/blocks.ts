import { isHref } from '@expert-forum/collab';
import { Mark, mergeAttributes, Node, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';

export const HEADING_LEVELS = [1, 2, 3] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** Tables and footnotes stand in the root alone. */
export const Document = Node.create({ name: 'doc', topNode: true, content: '(block | table | footnote)+' });

/** The title of the section is the heading above all of these: level 1 stands in the page as `h2`. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((rank) => ({ tag: `h${rank}`, getAttrs: (element) => ({ level: levelOf(element, rank) }) })),
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = Number(node.attrs['level']);
    return [`h${level + 1}`, mergeAttributes(HTMLAttributes, { 'data-level': String(level) }), 0];
  },
  addInputRules() {
    return HEADING_LEVELS.map((level) =>
      textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: this.type, getAttributes: { level } }),
    );
  },
  addKeyboardShortcuts() {
    const keys = HEADING_LEVELS.map((level) => [`Mod-Alt-${level}`, () => this.editor.commands.toggleNode('heading', 'paragraph', { level })] as const);
    return Object.fromEntries(keys);
  },
});

/** What was copied from a section says its level itself. */
const levelOf = (element: HTMLElement, rank: number): number => Math.min(Number(element.dataset['level'] ?? rank) || rank, HEADING_LEVELS.length);

/** Without the style of the figures that Tiptap's own would add. */
export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => ({ start: { default: 1, parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1 } }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
  addInputRules() {
    const getAttributes = ([, figure]: RegExpMatchArray): { start: number } => ({ start: Number(figure) });
    return [wrappingInputRule({ find: /^(\d{1,6})\.\s$/, type: this.type, getAttributes })];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList('orderedList', 'listItem') };
  },
});

/** A link is its address and nothing else. A reader's press opens it beside the text. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (isHref(element.getAttribute('href')) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer', target: '_blank' }), 0],
});
