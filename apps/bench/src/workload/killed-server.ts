import { setTimeout } from 'node:timers/promises';
import { charactersOf, firstParagraph, seedIfEmpty, whenSeeded } from '../systems/shared-text.ts';
import type { Participant, RunningSystem } from '../systems/system.ts';

export const UNITS = { seen: 'edits', lost: 'edits' } as const;

export interface Kill {
  readonly characters: number;
  /** Milliseconds between two of them. */
  readonly interval: number;
  /** The server is killed in the moment in which the second person has seen so many of them. */
  readonly killedAt: number;
}

/** What one kill of one system gave. */
export interface Killed {
  /** Edits that the second person had seen when the server was gone. */
  readonly seen: number;
  /** Those of them that are in no text any more. */
  readonly lost: number;
}

/** A system may say that a text is there before it is: what is not there by then is lost. */
const PATIENCE_MS = 3_000;
const STEP_MS = 20;

/**
 * Somebody types, somebody else reads, the server is killed, both go, and the first person to come to the new process looks for
 * what was seen. @returns what became of the edits, and the new process
 */
export async function killAndLook(server: RunningSystem, kill: Kill): Promise<{ outcome: Killed; server: RunningSystem }> {
  const [writer, reader] = [await server.connect(), await server.connect()];
  seedIfEmpty(writer.doc);
  await Promise.all([writer, reader].map(({ doc }) => whenSeeded(doc)));
  const before = charactersOf(reader.doc);
  await typeUntilKilled(server, writer, reader, kill);
  const seen = charactersOf(reader.doc) - before;
  await Promise.all([writer, reader].map((person) => person.leave()));
  const again = await server.startAgain();
  const found = (await charactersFound(again, before + seen)) - before;
  return { outcome: { seen, lost: Math.max(0, seen - found) }, server: again };
}

/** They type on until the server is gone: in the middle of a burst there is always something on its way. */
async function typeUntilKilled(server: RunningSystem, writer: Participant, reader: Participant, { characters, interval, killedAt }: Kill): Promise<void> {
  const text = firstParagraph(writer.doc);
  const goal = charactersOf(reader.doc) + killedAt;
  const gone = new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (charactersOf(reader.doc) < goal) return;
      reader.doc.off('update', look);
      server.kill().then(resolve, reject);
    };
    reader.doc.on('update', look);
  });
  for (let typed = 0; typed < characters; typed += 1) {
    text.insert(text.length, 'x');
    await setTimeout(interval);
  }
  await gone;
}

async function charactersFound(server: RunningSystem, hoped: number): Promise<number> {
  const person = await server.connect();
  for (let waited = 0; charactersOf(person.doc) < hoped && waited < PATIENCE_MS; waited += STEP_MS) await setTimeout(STEP_MS);
  const found = charactersOf(person.doc);
  await person.leave();
  return found;
}
