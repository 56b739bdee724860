import type * as Y from 'yjs';
import { whenAtRest } from '../long-text/long-section.ts';
import { whenWhole } from '../long-text/write-history.ts';
import { charactersOf, paragraphTexts } from '../systems/shared-text.ts';
import type { RunningSystem } from '../systems/system.ts';
import { logOf } from '../systems/write-ahead-log.ts';
import { typeSteadily } from './typing.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export const UNITS = { records: 'B/edit', pages: 'B/edit' } as const;

export interface Typing {
  readonly people: number;
  readonly characters: number;
  /** Milliseconds between two characters of one person. */
  readonly interval: number;
}

/**
 * What the database's log grows by for one edit of a long text: everybody types into a paragraph of their own and leaves, and the
 * server comes to rest. @param stopped the server that wrote the text @param section which is `length` characters long
 */
export async function logAnEdit(databaseServer: string, stopped: RunningSystem, { section, length }: { section: number; length: number }, typing: Typing) {
  const server = await stopped.startAgain();
  try {
    const people = await Promise.all(Array.from({ length: typing.people }, () => server.connect(section)));
    const docs = people.map(({ doc }) => doc);
    const [first] = docs;
    for (const doc of docs) await whenWhole(doc, Math.max(length, first === undefined ? 0 : charactersOf(first)));
    const before = first === undefined ? 0 : charactersOf(first);
    const edits = typing.people * typing.characters;
    const { records, pages } = await logOf(databaseServer, async () => {
      await typeSteadily(docs.map((doc, index) => ({ press: presser(doc, index), offset: (index * typing.interval) / docs.length })), typing.characters, typing.interval);
      for (const doc of docs) await whenWhole(doc, before + edits);
      for (const person of people) await person.leave();
      await whenAtRest(server.pid);
    });
    return { records: records / edits, pages: pages / edits };
  } finally {
    await server.stop();
  }
}

/** Types at the end of a paragraph that is nobody else's. */
function presser(doc: Y.Doc, index: number): () => void {
  const texts = paragraphTexts(doc);
  const text = texts[index % texts.length];
  return () => text?.insert(text.length, LETTERS.charAt(index % LETTERS.length));
}
