import * as Y from 'yjs';
import { processorTime } from '../processor.ts';
import type { Figures } from '../report/medians.ts';
import { seedIfEmpty } from '../systems/shared-text.ts';
import type { Participant, RunningSystem, System } from '../systems/system.ts';
import type { Wire } from '../wire/wire.ts';
import { writeLongText } from './long-text.ts';

export interface Storm {
  readonly people: number;
  /** Bytes of the section's text, as a Yjs update. */
  readonly bytes: number;
}

export const UNITS = {
  /** From the moment when all who are connected ask until the last has the whole text. */
  opened: 'ms',
  server: 'ms of processor',
  memory: 'MiB',
  /** The same where the connection, too, is only then made. */
  'connected and opened': 'ms',
} as const;

/** W6: everybody opens the same long section at once. */
export async function joinStorm(system: System, { people, bytes }: Storm): Promise<Figures<keyof typeof UNITS>> {
  const server = await system.start({ sections: 1, people: 2 * people + 3 });
  const wires: Wire[] = [];
  try {
    const plug = async () => {
      const wire = await server.plug(0, () => undefined);
      wires.push(wire);
      return wire;
    };
    const whole = await fill(server, bytes, wires);
    const connected: Wire[] = [];
    while (connected.length < people) connected.push(await plug());
    const before = processorTime(server.pid);
    const opened = await timed(connected.map((wire) => () => openWhole(wire, whole)));
    const after = processorTime(server.pid);
    const memory = (await server.memory()).resident / 1024 / 1024;
    for (const wire of connected) wire.close();
    const arriving = await timed(connected.map(() => async () => openWhole(await plug(), whole)));
    return { opened, server: before === null || after === null ? null : after - before, memory, 'connected and opened': arriving };
  } finally {
    for (const wire of wires) wire.close();
    await server.stop();
  }
}

/** Everybody comes with the client of the system at once, as after a cut for all: milliseconds until the last replica is complete. */
export async function returnOfAll(system: System, { people, bytes }: Storm): Promise<Figures<'returned'>> {
  const server = await system.start({ sections: 1, people: people + 3 });
  const wires: Wire[] = [];
  const replicas: Participant[] = [];
  try {
    await fill(server, bytes, wires);
    const returned = await timed(Array.from({ length: people }, () => async () => void replicas.push(await server.connect())));
    return { returned };
  } finally {
    await Promise.all([...replicas.map((replica) => replica.leave()), ...wires.map((wire) => wire.close())]);
    await server.stop();
  }
}

/** One reader stays, as a server may forget a text that nobody has open. @returns bytes of the text when the server has all of it */
async function fill(server: RunningSystem, bytes: number, wires: Wire[]): Promise<number> {
  const [author, replica] = [await server.connect(0), new Y.Doc()];
  const reader = await server.plug(0, (update) => Y.applyUpdate(replica, update));
  wires.push(reader);
  const { state } = await reader.open();
  if (state !== null) Y.applyUpdate(replica, state);
  seedIfEmpty(author.doc);
  writeLongText(author.doc, bytes);
  const { clientID, store } = author.doc;
  while (Y.getState(replica.store, clientID) < Y.getState(store, clientID)) await new Promise((resolve) => replica.once('update', resolve));
  await author.leave();
  const probe = await server.plug(0, () => undefined);
  const whole = (await probe.open()).state?.byteLength ?? 0;
  probe.close();
  if (whole < bytes) throw new Error(`the text has ${whole} bytes, and ${bytes} were asked for`);
  return whole;
}

/** @throws Error if it is less than all */
async function openWhole(wire: Wire, bytes: number): Promise<void> {
  const { state } = await wire.open();
  if (state === null || state.byteLength < bytes) throw new Error('somebody was given less than the whole text');
}

async function timed(acts: readonly (() => Promise<void>)[]): Promise<number> {
  const began = performance.now();
  await Promise.all(acts.map((act) => act()));
  return performance.now() - began;
}
