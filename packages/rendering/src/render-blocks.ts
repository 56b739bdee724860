import type { PublishedNode } from '@expert-forum/contracts';
import { numberParagraphs } from '@expert-forum/domain';
import { escaped, html, Html } from './html.js';

const LINK_SCHEMES = ['http:', 'https:', 'mailto:'];
/** The headings of a section stand below its own, which is the third. */
const SECTION_LEVEL = 3;

/**
 * The blocks of a section's text. A numbered paragraph carries its number and, given the number of its section, the anchor of
 * its permalink: `p4.3.1`.
 */
export function renderBlocks(document: PublishedNode, sectionNumber: string): Html {
  const blocks = document.content ?? [];
  const numbers = numberParagraphs(blocks.map(({ type, content = [] }) => ({ type, isEmpty: content.length === 0 })));
  return new Html(blocks.map((block, index) => renderBlock(block, numbers[index] ?? null, sectionNumber).markup).join('\n'));
}

function renderBlock(node: PublishedNode, number: number | null, sectionNumber: string): Html {
  if (number === null) return renderNode(node);
  const place = `${sectionNumber}.${number}`;
  return html`<p id="p${place}"><a class="number" href="#p${place}">${number}</a>${renderInline(node)}</p>`;
}

function renderNode(node: PublishedNode): Html {
  const children = (): Html => new Html((node.content ?? []).map((child) => renderNode(child).markup).join(''));
  switch (node.type) {
    case 'paragraph':
      return html`<p>${renderInline(node)}</p>`;
    case 'heading': {
      const level = Math.min(SECTION_LEVEL + Number(node.attrs?.['level'] ?? 1), 6);
      return new Html(`<h${level}>${renderInline(node).markup}</h${level}>`);
    }
    case 'bulletList':
      return html`<ul>${children()}</ul>`;
    case 'orderedList':
      return html`<ol start="${Number(node.attrs?.['start'] ?? 1)}">${children()}</ol>`;
    case 'listItem':
      return html`<li>${children()}</li>`;
    case 'blockquote':
      return html`<blockquote>${children()}</blockquote>`;
    default:
      return renderInline(node);
  }
}

const renderInline = ({ content = [] }: PublishedNode): Html => new Html(content.map(renderRun).join(''));

function renderRun({ type, text = '', marks = [] }: PublishedNode): string {
  if (type === 'hardBreak') return '<br>';
  return marks.reduceRight((markup, mark) => marked(markup, mark), escaped(text));
}

function marked(markup: string, { type, attrs }: NonNullable<PublishedNode['marks']>[number]): string {
  if (type === 'bold') return `<strong>${markup}</strong>`;
  if (type === 'italic') return `<em>${markup}</em>`;
  const href = String(attrs?.['href'] ?? '');
  return type === 'link' && isLinkedAddress(href) ? `<a href="${escaped(href)}" rel="noopener noreferrer">${markup}</a>` : markup;
}

/** May a link lead there? */
export const isLinkedAddress = (href: string): boolean => URL.canParse(href) && LINK_SCHEMES.includes(new URL(href).protocol);
