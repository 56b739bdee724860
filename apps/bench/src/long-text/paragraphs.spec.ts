import * as Y from 'yjs';
import { seedIfEmpty, wholeText } from '../systems/shared-text.ts';
import { generatedHistory } from './generated-history.ts';
import { Paragraphs } from './paragraphs.ts';

function replica(): Y.Doc {
  const doc = new Y.Doc();
  seedIfEmpty(doc);
  return doc;
}

describe('paragraphs', () => {
  it('[B14] are parted by a newline and one again without it', () => {
    const doc = replica();
    const paragraphs = new Paragraphs(doc);
    paragraphs.apply({ at: 0, deleted: 0, inserted: 'one two' });
    paragraphs.apply({ at: 3, deleted: 1, inserted: '\n\nthree\n' });
    expect(wholeText(doc)).toBe('one\n\nthree\ntwo');
    paragraphs.apply({ at: 2, deleted: 5, inserted: '-' });
    expect(wholeText(doc)).toBe('on-ree\ntwo');
  });

  it('[B14] are edited by one update an edit, whatever it does', () => {
    const doc = replica();
    const paragraphs = new Paragraphs(doc);
    let updates = 0;
    doc.on('update', () => (updates += 1));
    paragraphs.apply({ at: 0, deleted: 0, inserted: 'a\nb' });
    paragraphs.apply({ at: 1, deleted: 1, inserted: '' });
    expect(updates).toBe(2);
  });

  it('[B14] say the same as the plain text through a whole history', () => {
    const doc = replica();
    const paragraphs = new Paragraphs(doc);
    let text = '';
    for (const { at, deleted, inserted } of generatedHistory({ edits: 3_000, characters: 6_000, authors: 3, deletions: 0.2, stretch: 5 })) {
      text = text.slice(0, at) + inserted + text.slice(at + deleted);
      paragraphs.apply({ at, deleted, inserted });
    }
    expect(wholeText(doc)).toBe(text);
  });
});
