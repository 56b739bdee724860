import type { PublishedNode } from '@expert-forum/contracts';
import { noteAnchor, noteMarkAnchor } from './footnotes.js';
import { escaped, html } from './html.js';
import type { TextPlace } from './text-place.js';

const LINK_SCHEMES = ['http:', 'https:', 'mailto:'];

/** A run of letters or an inline node, as markup. */
export function renderRun(node: PublishedNode, place: TextPlace): string {
  const { type, text = '', marks = [] } = node;
  if (type === 'hardBreak') return '<br>';
  return marks.reduceRight((markup, mark) => marked(markup, mark), inlineNode(node, place) ?? escaped(text));
}

/** null: it is letters. */
function inlineNode(node: PublishedNode, { number, notes, resolve }: TextPlace): string | null {
  if (node.type === 'footnoteMark') {
    const note = notes.find(({ id }) => id === node.attrs?.['note']);
    if (note === undefined) return '';
    const mark = html`<a href="#${noteAnchor(number, note.number)}" role="doc-noteref">${note.number}</a>`;
    return note.firstMark === node ? html`<sup id="${noteMarkAnchor(number, note.number)}">${mark}</sup>`.markup : html`<sup>${mark}</sup>`.markup;
  }
  if (node.type !== 'paragraphReference') return null;
  const { label, address } = resolve(String(node.attrs?.['section']), String(node.attrs?.['paragraph']));
  return address === null ? escaped(label) : html`<a href="${address}">${label}</a>`.markup;
}

function marked(markup: string, { type, attrs }: NonNullable<PublishedNode['marks']>[number]): string {
  if (type === 'bold') return `<strong>${markup}</strong>`;
  if (type === 'italic') return `<em>${markup}</em>`;
  const href = String(attrs?.['href'] ?? '');
  return type === 'link' && isLinkedAddress(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">${markup}</a>` : markup;
}

/** May a link lead there? */
export const isLinkedAddress = (href: string): boolean => URL.canParse(href) && LINK_SCHEMES.includes(new URL(href).protocol);
