import type { PublishedNode } from '@expert-forum/contracts';
import type { Footnotes } from '../footnotes.js';
import type { ResolveReference } from '../references.js';
import { isLinkedAddress } from '../render-run.js';

export interface PlainPlace {
  readonly notes: Footnotes;
  readonly resolve: ResolveReference;
}

/** A run of letters or an inline node. Marks are not shown, but for where a link leads to. */
export function plainRun({ type, attrs, text = '', marks = [] }: PublishedNode, { notes, resolve }: PlainPlace): string {
  switch (type) {
    case 'hardBreak':
      return '\n';
    case 'footnoteMark': {
      const note = notes.find(({ id }) => id === attrs?.['note']);
      return note === undefined ? '' : `[${note.number}]`;
    }
    case 'paragraphReference':
      return resolve(String(attrs?.['section']), String(attrs?.['paragraph'])).label;
    default: {
      const href = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
      return typeof href === 'string' && href !== text && isLinkedAddress(href) ? `${text} (${href})` : text;
    }
  }
}
