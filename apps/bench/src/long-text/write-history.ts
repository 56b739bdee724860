import * as Y from 'yjs';
import { charactersOf } from '../systems/shared-text.ts';
import type { Edit } from './edit.ts';
import { Paragraphs } from './paragraphs.ts';

/** Edits that leave together: more of them waiting would be a burst as no author makes one. */
const TOGETHER = 2_000;

/** Makes every edit in its author's replica; whoever is next begins when all replicas have what was made before. */
export async function writeHistory(replicas: readonly Y.Doc[], edits: readonly Edit[]): Promise<void> {
  for (const turn of turnsOf(edits)) {
    const author = replicas[turn[0]?.author ?? 0];
    if (author === undefined) throw new RangeError(`a history of ${replicas.length} authors was expected`);
    const paragraphs = new Paragraphs(author);
    for (const edit of turn) paragraphs.apply(edit);
    await Promise.all(replicas.map((replica) => whenAlike(replica, author)));
  }
}

/** Edits in a row of one author. */
export function turnsOf(edits: readonly Edit[], together = TOGETHER): Edit[][] {
  const turns: Edit[][] = [];
  for (const edit of edits) {
    const last = turns.at(-1);
    if (last !== undefined && last.length < together && last[0]?.author === edit.author) last.push(edit);
    else turns.push([edit]);
  }
  return turns;
}

/** Resolves when the replica has all that was typed and erased in the other one. */
async function whenAlike(replica: Y.Doc, other: Y.Doc): Promise<void> {
  const [clock, characters] = [Y.getState(other.store, other.clientID), charactersOf(other)];
  const isAlike = () => Y.getState(replica.store, other.clientID) >= clock && charactersOf(replica) === characters;
  await whenText(replica, isAlike);
}

/** Resolves when the replica has so many characters. */
export const whenWhole = (replica: Y.Doc, characters: number): Promise<void> => whenText(replica, () => charactersOf(replica) === characters);

async function whenText(replica: Y.Doc, isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => replica.once('update', resolve));
}
