import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { processorTime } from '../processor.ts';
import { firstParagraph, seedIfEmpty, whenSeeded, wholeText } from '../systems/shared-text.ts';
import type { Participant, RunningSystem } from '../systems/system.ts';
import type { History } from './edit.ts';
import { readTrace, WHERE_TRACES_ARE } from './editing-trace.ts';
import { generatedHistory } from './generated-history.ts';
import { whenWhole, writeHistory } from './write-history.ts';

/** Of the trace that is to be had publicly. */
const TRACE = { edits: 259_778, characters: 104_852, authors: 1, deletions: 0.298, stretch: 60 };
const DRAFT = { edits: 50_000, characters: 100_000, authors: 5, deletions: 0.15, stretch: 12 };

/** Typed one by one behind the history: a server that stops has not always just tidied up. */
const LAST_WORDS = 'and so it goes on '.repeat(11);

/** A server that has nothing to do is busy for less than this share of a second. */
const REST = { milliseconds: 1_000, busy: 50 };

/** The draft of a working group. */
export const draft = (): History => ({ name: '50,000 edits by 5', authors: DRAFT.authors, edits: generatedHistory(DRAFT) });

/** The public trace, if there is a file of it; else as much that is generated. */
export function trace(file: string | null): History {
  if (file !== null) return { name: 'public trace of 259,778 edits', authors: 1, edits: readTrace(readFileSync(file)) };
  console.log(`A public trace is to be had as ${WHERE_TRACES_ARE}: --trace FILE. Without it as many edits are generated.`);
  return { name: 'generated 259,778 edits', authors: 1, edits: generatedHistory(TRACE) };
}

/**
 * Has a history written through the clients of the system itself, and then some words one by one, so that its store is left as use
 * leaves it. @returns the text
 */
export async function writeLongSection(server: RunningSystem, section: number, { authors, edits }: History): Promise<string> {
  const text = await meet(server, section, Math.max(authors, 2), async (people, [first]) => {
    if (first !== undefined) seedIfEmpty(first.doc);
    for (const { doc } of people) await whenSeeded(doc);
    await writeHistory(people.map(({ doc }) => doc), edits);
    return first === undefined ? '' : wholeText(first.doc);
  });
  await whenAtRest(server.pid);
  return meet(server, section, 2, async (people, [writer, reader]) => {
    if (writer === undefined || reader === undefined) throw new Error('two people were expected');
    for (const { doc } of people) await whenWhole(doc, text.length);
    const paragraph = firstParagraph(writer.doc);
    for (const [index, letter] of [...LAST_WORDS].entries()) {
      paragraph.insert(paragraph.length, letter);
      await whenWhole(reader.doc, text.length + index + 1);
    }
    return wholeText(writer.doc);
  });
}

type Work<T> = (people: readonly Participant[], those: readonly (Participant | undefined)[]) => Promise<T>;

async function meet<T>(server: RunningSystem, section: number, count: number, work: Work<T>): Promise<T> {
  const people: Participant[] = [];
  while (people.length < count) people.push(await server.connect(section));
  const value = await work(people, people);
  for (const person of people) await person.leave();
  return value;
}

/** A store may be filled behind the typing: resolves when the server has nothing to do any more. */
export async function whenAtRest(pid: number): Promise<void> {
  for (let before = processorTime(pid); ; ) {
    await setTimeout(REST.milliseconds);
    const now = processorTime(pid);
    if (now === null || before === null || now - before < REST.busy) return;
    before = now;
  }
}
