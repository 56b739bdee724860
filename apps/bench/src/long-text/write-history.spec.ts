import * as Y from 'yjs';
import { seedIfEmpty, wholeText } from '../systems/shared-text.ts';
import { generatedHistory } from './generated-history.ts';
import { turnsOf, writeHistory } from './write-history.ts';

describe('a history', () => {
  it('[B15] is cut into turns of one author that are not too long', () => {
    const edits = [0, 0, 0, 1, 1, 0].map((author) => ({ author, at: 0, deleted: 0, inserted: 'a' }));
    expect(turnsOf(edits, 2).map((turn) => turn.map(({ author }) => author))).toEqual([[0, 0], [0], [1, 1], [0]]);
  });

  it('[B15] is the same text in every replica once it is written, whoever waits for whom', async () => {
    const replicas = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
    const [first] = replicas;
    seedIfEmpty(first);
    for (const replica of replicas) {
      Y.applyUpdate(replica, Y.encodeStateAsUpdate(first));
      replica.on('update', (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
        if (local) for (const other of replicas) queueMicrotask(() => Y.applyUpdate(other, update));
      });
    }
    await writeHistory(replicas, generatedHistory({ edits: 2_000, characters: 4_000, authors: 3, deletions: 0.15, stretch: 5 }));
    expect(new Set(replicas.map(wholeText)).size).toBe(1);
    expect(Math.abs(wholeText(first).length - 4_000)).toBeLessThan(100);
  });
});
