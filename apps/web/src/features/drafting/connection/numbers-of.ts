import { toDocumentJson } from '@expert-forum/collab';
import { numberParagraphs } from '@expert-forum/domain';
import type * as Y from 'yjs';

/** Numbers of the paragraphs of a text, by their ids. */
export function numbersOf(doc: Y.Doc): ReadonlyMap<string, number> {
  const { content: blocks = [] } = toDocumentJson(doc);
  const numbers = numberParagraphs(blocks);
  return new Map(blocks.flatMap(({ attrs }, place): [string, number][] => {
    const number = numbers[place];
    return number == null ? [] : [[String(attrs?.['id']), number]];
  }));
}
