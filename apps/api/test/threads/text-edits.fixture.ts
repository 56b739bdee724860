import * as Y from 'yjs';
import { paragraph } from '../drafting/raw-connection.fixture.js';

/** The text of a block, and where some words begin in it. */
export function find(body: Y.XmlFragment, words: string): { index: number; text: Y.XmlText; at: number } {
  for (const [index, child] of body.toArray().entries()) {
    const text = child instanceof Y.XmlElement ? child.get(0) : null;
    const at = text instanceof Y.XmlText ? text.toString().indexOf(words) : -1;
    if (text instanceof Y.XmlText && at >= 0) return { index, text, at };
  }
  throw new RangeError(`nobody wrote "${words}"`);
}

export const remove =
  (words: string) =>
  (body: Y.XmlFragment): void => {
    const { text, at } = find(body, words);
    text.delete(at, words.length);
  };

/** As an editor does it: what stands behind goes into a new paragraph. */
export const splitBefore =
  (words: string) =>
  (body: Y.XmlFragment): void => {
    const { index, text, at } = find(body, words);
    const tail = text.toString().slice(at);
    text.delete(at, tail.length);
    body.insert(index + 1, [paragraph(new Y.XmlText(tail))]);
  };
