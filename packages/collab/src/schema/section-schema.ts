import { Schema } from 'prosemirror-model';

/** Name of the Yjs root that holds a section's text: `doc.getXmlFragment(BODY)`. */
export const BODY = 'body';

const id = { id: { default: null } };

/** A cell holds paragraphs and lists; it neither spans others nor holds a table. */
const cell = { content: '(paragraph | list)+', attrs: id, isolating: true };

/**
 * The text of a section, version 2. Node and mark names are those of Tiptap, so that the editor's extensions fit;
 * a spec of the web application compares the two. Every block carries a paragraph id; only text blocks hold text.
 * A footnote is a block of the root, wherever it stands; the marks in the text name it by its id.
 */
export const sectionSchema = new Schema({
  nodes: {
    doc: { content: '(block | table | footnote)+' },
    paragraph: { group: 'block', content: 'inline*', attrs: id },
    heading: { group: 'block', content: 'inline*', attrs: { ...id, level: { default: 1 } }, defining: true },
    bulletList: { group: 'block list', content: 'listItem+', attrs: id },
    orderedList: { group: 'block list', content: 'listItem+', attrs: { ...id, start: { default: 1 } } },
    listItem: { content: 'paragraph block*', attrs: id, defining: true },
    blockquote: { group: 'block', content: 'block+', attrs: id, defining: true },
    table: { content: 'tableRow+', attrs: id, isolating: true },
    tableRow: { content: '(tableHeader | tableCell)+', attrs: id },
    tableHeader: cell,
    tableCell: cell,
    footnote: { content: 'inline*', attrs: id, defining: true, isolating: true },
    hardBreak: { group: 'inline', inline: true, selectable: false },
    footnoteMark: { group: 'inline', inline: true, atom: true, attrs: { note: {} } },
    paragraphReference: { group: 'inline', inline: true, atom: true, attrs: { section: {}, paragraph: {} } },
    text: { group: 'inline' },
  },
  marks: {
    link: { attrs: { href: {} }, inclusive: false },
    bold: {},
    italic: {},
  },
});
