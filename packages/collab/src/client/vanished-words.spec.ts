import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { vanishedWords } from './vanished-words.js';
import type { OutboxRow } from './storage/section-storage.js';

function writer(): { doc: Y.Doc; text: Y.Text; rows: OutboxRow[] } {
  const doc = new Y.Doc({ gc: false });
  const rows: OutboxRow[] = [];
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('body').insert(0, [paragraph]);
  const text = new Y.XmlText('old');
  paragraph.insert(0, [text]);
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== 'other') rows.push({ epoch: 1, lease: doc.clientID, n: rows.length + 1, bytes, at: 0 });
  });
  return { doc, text, rows };
}

describe('vanished words', () => {
  it('[R17] finds what was typed into a paragraph that somebody deleted meanwhile', () => {
    const { doc, text, rows } = writer();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    for (const [at, letter] of [...'new'].entries()) text.insert(3 + at, letter);
    other.getXmlFragment('body').delete(0, 1);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'other');
    expect(vanishedWords(rows, doc)).toBe('new');
  });

  it('[R17] leaves out what is still shown and what its author deleted', () => {
    const { doc, text, rows } = writer();
    text.insert(3, 'shown');
    text.insert(0, 'slip');
    text.delete(0, 4);
    expect(vanishedWords(rows, doc)).toBe('');
  });

  it('[R19] finds what was typed on a text that is gone, run by run', () => {
    const { text, rows } = writer();
    text.insert(3, 'er');
    text.insert(5, 'st');
    text.insert(0, 'the ');
    expect(vanishedWords(rows, new Y.Doc())).toBe('erst\nthe ');
  });
});
