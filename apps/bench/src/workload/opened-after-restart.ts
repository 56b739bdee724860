import { processorTime } from '../processor.ts';
import { whenWhole } from '../long-text/write-history.ts';
import { wholeText } from '../systems/shared-text.ts';
import type { RunningSystem } from '../systems/system.ts';

export const UNITS = { opened: 'ms', processor: 'ms', resident: 'MiB', used: 'MiB' } as const;

/** What one restart of one system gave. */
export interface OpenedAfterRestart {
  /** From asking for the text until the first person has all of it. */
  readonly opened: number;
  /** Of the server meanwhile; null where the system does not tell. */
  readonly processor: number | null;
  /** What the open text adds to the server: given by the system, and in objects and buffers. */
  readonly resident: number;
  readonly used: number;
}

const MIB = 1024 * 1024;
/** Whoever has not got the text by then will not get it. */
const PATIENCE_MS = 60_000;
/** Somebody is in this one already when memory is looked at: it holds what any open text and any connection take. */
const SHORT_SECTION = 0;
export const LONG_SECTION = 1;

/**
 * Two processes on the same store: in one nobody has done anything before, in the other somebody is there already, so that only
 * the text itself is in the difference. @param stopped the server that wrote the text
 */
export async function openedAfterRestart(stopped: RunningSystem, text: string): Promise<OpenedAfterRestart> {
  const opened = await inProcess(stopped, (server) => timeToOpen(server, text));
  const memory = await inProcess(stopped, (server) => memoryOf(server, text));
  return { ...opened, ...memory };
}

async function inProcess<T>(stopped: RunningSystem, work: (server: RunningSystem) => Promise<T>): Promise<T> {
  const server = await stopped.startAgain();
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function timeToOpen(server: RunningSystem, text: string): Promise<Pick<OpenedAfterRestart, 'opened' | 'processor'>> {
  const [began, idle] = [performance.now(), processorTime(server.pid)];
  const person = await server.connect(LONG_SECTION);
  await inTime(whenWhole(person.doc, text.length));
  const [ended, busy] = [performance.now(), processorTime(server.pid)];
  const isWhole = wholeText(person.doc) === text;
  await person.leave();
  if (!isWhole) throw new Error('after the restart the text is another one');
  return { opened: ended - began, processor: idle === null || busy === null ? null : busy - idle };
}

async function memoryOf(server: RunningSystem, text: string): Promise<Pick<OpenedAfterRestart, 'resident' | 'used'>> {
  const other = await server.connect(SHORT_SECTION);
  const before = await server.memory();
  const person = await server.connect(LONG_SECTION);
  await inTime(whenWhole(person.doc, text.length));
  const after = await server.memory();
  await person.leave();
  await other.leave();
  return { resident: (after.resident - before.resident) / MIB, used: (after.used - before.used) / MIB };
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the text was not there within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
