import { listsOfWord } from './lists-of-word.js';
import { squareTable } from './square-table.js';

/** Never text of the document: what programs say to each other, comments of reviewers, what the author cannot see. */
const NOISE = [
  'style, script, title, meta, link, xml, head, template, iframe, svg, button, select, input',
  '[style*="mso-element:comment"], .MsoCommentReference, [style*="display:none"], [style*="display: none"], [hidden]',
  'br.Apple-interchange-newline',
].join();

/** Blocks that ProseMirror takes for a part of the line. */
const CELLS = 'table table :is(td, th), caption, dt, summary, figcaption, legend';

/** Paragraphs, headings, lists, quotations, tables, bold, italic and links of a page or of a word processor; the rest goes. */
export function cleanPastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  body.querySelectorAll(NOISE).forEach((element) => element.remove());
  listsOfWord(body);
  body.querySelectorAll('pre').forEach(breakLines);
  body.querySelectorAll('table').forEach(squareTable);
  body.querySelectorAll(CELLS).forEach((cell) => rename(cell, 'div'));
  body.querySelectorAll('p').forEach((paragraph) => isBlank(paragraph) && paragraph.remove());
  body.querySelectorAll('br').forEach((lineBreak) => standsBetweenBlocks(lineBreak) && lineBreak.remove());
  body.querySelectorAll('[style]').forEach(keepWeightAndSlant);
  return body.innerHTML;
}

const isBlank = (element: Element): boolean => element.textContent.trim() === '';

/** Line feeds inside a text are spaces to ProseMirror, except where the page says that they are not. */
function breakLines(element: Element): void {
  const paragraph = rename(element, 'p');
  const lines = paragraph.textContent.replace(/\n$/, '').split('\n');
  paragraph.replaceChildren(...lines.flatMap((line, index) => (index === 0 ? [line] : [document.createElement('br'), line])));
}

function rename(element: Element, name: string): Element {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

const BLOCK = /^(P|DIV|UL|OL|TABLE|BLOCKQUOTE|H[1-6]|SECTION|ARTICLE)$/;

function standsBetweenBlocks({ previousElementSibling: before, nextElementSibling: after }: Element): boolean {
  return [before, after].some((sibling) => sibling !== null && BLOCK.test(sibling.tagName));
}

/** Browsers copy every computed style along; on a block it would make whole headings bold. */
function keepWeightAndSlant(element: Element): void {
  if (!(element instanceof HTMLElement)) return;
  const { fontWeight, fontStyle } = element.style;
  element.removeAttribute('style');
  if (BLOCK.test(element.tagName) || element.closest('h1, h2, h3, h4, h5, h6')) return;
  if (fontWeight !== '') element.style.fontWeight = fontWeight;
  if (fontStyle !== '') element.style.fontStyle = fontStyle;
}
