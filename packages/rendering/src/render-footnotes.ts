import { noteAnchor, noteMarkAnchor } from './footnotes.js';
import { html, Html } from './html.js';
import { renderRun } from './render-run.js';
import type { TextPlace } from './text-place.js';

/** The notes below a text; each number leads back to its mark. */
export function renderFootnotes(place: TextPlace): Html[] {
  if (place.notes.length === 0) return [];
  const notes = place.notes.map(({ number, block }) => {
    const words = new Html((block.content ?? []).map((node) => renderRun(node, place)).join(''));
    return html`<p id="${noteAnchor(place.number, number)}" role="doc-footnote"><a href="#${noteMarkAnchor(place.number, number)}" role="doc-backlink">${number}</a> ${words}</p>`;
  });
  return [html`<div class="notes">${notes}</div>`];
}
