import * as Y from 'yjs';
import type { Figures } from '../report/medians.ts';
import { firstParagraph, seedIfEmpty } from '../systems/shared-text.ts';
import type { RunningSystem, System } from '../systems/system.ts';
import type { Wire } from '../wire/wire.ts';
import { Flights } from './flights.ts';
import { percentile } from './percentile.ts';
import { typeSteadily, type Typist } from './typing.ts';

export interface Distance {
  /** Where the readers are: beside those who type, or on a second node of the same store. */
  readonly nodes: 1 | 2;
  readonly typists: number;
  readonly readers: number;
  /** Characters each typist types; five a second. */
  readonly characters: number;
}

export const UNITS = { p50: 'ms', p95: 'ms', p99: 'ms' } as const;

const INTERVAL = 200;
const WARM_UP = 5;
/** Milliseconds after the last edit until all has to be there. */
const GRACE = 10_000;

/** W7: people type on one node and others read on another. */
export async function acrossNodes(system: System, { nodes, typists, readers, characters }: Distance): Promise<Figures<keyof typeof UNITS>> {
  const near = await system.start({ sections: 1, people: typists + readers });
  const far = nodes === 1 ? near : await near.startAgain();
  const wires: Wire[] = [];
  let flights = new Flights(readers);
  try {
    for (let reader = 0; reader < readers; reader += 1) {
      const wire = await far.plug(0, (update) => flights.arrived(update, 0));
      wires.push(wire);
      await wire.open();
    }
    const typing: Typist[] = [];
    while (typing.length < typists) typing.push({ press: await sit(near, wires, () => flights), offset: (typing.length * INTERVAL) / typists });
    for (const count of [WARM_UP, characters]) {
      flights = new Flights(readers);
      await typeSteadily(typing, count, INTERVAL);
      if (!(await flights.haveArrived(GRACE))) throw new Error(`${flights.outstanding} edits did not arrive`);
    }
    return { p50: percentile(flights.delays, 50), p95: percentile(flights.delays, 95), p99: percentile(flights.delays, 99) };
  } finally {
    for (const wire of wires) wire.close();
    if (far !== near) await far.stop();
    await near.stop();
  }
}

/** One more who types. @returns what types a character */
async function sit(node: RunningSystem, wires: Wire[], flights: () => Flights): Promise<() => void> {
  const wire = await node.plug(0, () => undefined);
  wires.push(wire);
  const { state, clientId, push } = await wire.open();
  const doc = new Y.Doc();
  if (clientId !== null) doc.clientID = clientId;
  if (state !== null) Y.applyUpdate(doc, state);
  doc.on('update', push);
  seedIfEmpty(doc);
  const text = firstParagraph(doc);
  return () => {
    flights().sent(doc.clientID, Y.getState(doc.store, doc.clientID));
    text.insert(text.length, 'x');
  };
}
