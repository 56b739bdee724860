import { seededRandom } from '@expert-forum/testing';
import * as Y from 'yjs';
import { firstParagraph } from '../systems/shared-text.ts';

const WORD = 'word ';
/** Insertions of one transaction: an update stays below the forum's limits. */
const A_TRANSACTION = 500;

/** Writes words at random places, so that the state consists of many pieces, until it has this many bytes. */
export function writeLongText(doc: Y.Doc, bytes: number): void {
  const random = seededRandom(20261127);
  const text = firstParagraph(doc);
  while (Y.encodeStateAsUpdate(doc).byteLength < bytes) {
    doc.transact(() => {
      for (let count = 0; count < A_TRANSACTION; count += 1) text.insert(Math.floor(random() * (text.length + 1)), WORD);
    });
  }
}
