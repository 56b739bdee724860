import { Schema } from 'prosemirror-model';

/** Name of the Yjs root that holds a section's text: `doc.getXmlFragment(BODY)`. */
export const BODY = 'body';

const id = { id: { default: null } };

/**
 * The text of a section, version 1. Node and mark names are those of Tiptap, so that the editor's extensions fit;
 * a spec of the web application compares the two. Every block carries a paragraph id; only text blocks hold text.
 */
export const sectionSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', attrs: id },
    heading: { group: 'block', content: 'inline*', attrs: { ...id, level: { default: 1 } }, defining: true },
    bulletList: { group: 'block list', content: 'listItem+', attrs: id },
    orderedList: { group: 'block list', content: 'listItem+', attrs: { ...id, start: { default: 1 } } },
    listItem: { content: 'paragraph block*', attrs: id, defining: true },
    blockquote: { group: 'block', content: 'block+', attrs: id, defining: true },
    hardBreak: { group: 'inline', inline: true, selectable: false },
    text: { group: 'inline' },
  },
  marks: {
    link: { attrs: { href: {} }, inclusive: false },
    bold: {},
    italic: {},
  },
});
