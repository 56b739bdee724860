import type { PublishedNode } from '@expert-forum/contracts';
import { numberParagraphs } from '@expert-forum/domain';
import { html, Html } from './html.js';
import { footnotesIn } from './footnotes.js';
import type { ResolveReference } from './references.js';
import { renderFootnotes } from './render-footnotes.js';
import { renderRun } from './render-run.js';
import type { TextPlace } from './text-place.js';

/** The headings of a section stand below its own, which is the third. */
const SECTION_LEVEL = 3;

/**
 * The blocks of a section's text and below them its footnotes. A numbered paragraph carries its number and, given the number of
 * its section, the anchor of its permalink: `p4.3.1`.
 */
export function renderBlocks(document: PublishedNode, sectionNumber: string, resolve: ResolveReference): Html {
  const place = { number: sectionNumber, notes: footnotesIn(document), resolve };
  const blocks = (document.content ?? []).filter(({ type }) => type !== 'footnote');
  const numbers = numberParagraphs(blocks);
  const rendered = blocks.map((block, index) => renderBlock(block, numbers[index] ?? null, place));
  return new Html([...rendered, ...renderFootnotes(place)].map(({ markup }) => markup).join('\n'));
}

function renderBlock(node: PublishedNode, number: number | null, place: TextPlace): Html {
  if (number === null) return renderNode(node, place);
  const anchor = `p${place.number}.${number}`;
  return html`<p id="${anchor}"><a class="number" href="#${anchor}">${number}</a>${renderInline(node, place)}</p>`;
}

function renderNode(node: PublishedNode, place: TextPlace): Html {
  const children = (): Html => new Html((node.content ?? []).map((child) => renderNode(child, place).markup).join(''));
  switch (node.type) {
    case 'paragraph':
      return html`<p>${renderInline(node, place)}</p>`;
    case 'heading': {
      const level = Math.min(SECTION_LEVEL + Number(node.attrs?.['level'] ?? 1), 6);
      return new Html(`<h${level}>${renderInline(node, place).markup}</h${level}>`);
    }
    case 'bulletList':
      return html`<ul>${children()}</ul>`;
    case 'orderedList':
      return html`<ol start="${Number(node.attrs?.['start'] ?? 1)}">${children()}</ol>`;
    case 'listItem':
      return html`<li>${children()}</li>`;
    case 'blockquote':
      return html`<blockquote>${children()}</blockquote>`;
    case 'table':
      return html`<div class="table"><table><tbody>${children()}</tbody></table></div>`;
    case 'tableRow':
      return html`<tr>${children()}</tr>`;
    case 'tableHeader':
      return html`<th scope="col">${children()}</th>`;
    case 'tableCell':
      return html`<td>${children()}</td>`;
    default:
      return renderInline(node, place);
  }
}

const renderInline = ({ content = [] }: PublishedNode, place: TextPlace): Html => new Html(content.map((node) => renderRun(node, place)).join(''));
