import { processorTime } from '../processor.ts';
import { firstParagraph, seedIfEmpty, whenSeeded } from '../systems/shared-text.ts';
import type { Participant, RunningSystem, System } from '../systems/system.ts';
import { Arrivals } from './arrivals.ts';
import { percentile } from './percentile.ts';
import { typeSteadily } from './typing.ts';

export interface Crowd {
  people: number;
  typists: number;
  /** Characters each typist types; five a second. */
  characters: number;
}

/** What one run of one system gave. Times in milliseconds. */
export interface EditToSeen {
  p50: number;
  p95: number;
  p99: number;
  /** Microseconds of the server's processor an edit; null where the system does not tell. */
  processor: number | null;
  /** Characters typed in the run, warm-up included. */
  typed: number;
  /** How many of them the system's store held when the last one had just been seen. */
  onDisk: number;
}

const INTERVAL = 200;
const WARM_UP = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** W1: people with complete replicas, some of them typing into one paragraph; edit → seen by another. */
export async function editToSeen(system: System, crowd: Crowd): Promise<EditToSeen> {
  const server = await system.start();
  const people: Participant[] = [];
  try {
    while (people.length < crowd.people) {
      const person = await server.connect();
      if (people.length === 0) seedIfEmpty(person.doc);
      await whenSeeded(person.doc);
      people.push(person);
    }
    return await measure(server, people, crowd);
  } finally {
    await Promise.all(people.map((person) => person.leave()));
    await server.stop();
  }
}

async function measure(server: RunningSystem, people: Participant[], crowd: Crowd): Promise<EditToSeen> {
  const [first] = people;
  const before = first === undefined ? 0 : firstParagraph(first.doc).length;
  await typeTogether(people, { ...crowd, characters: WARM_UP });
  const idle = processorTime(server.pid);
  const delays = await typeTogether(people, crowd);
  const onDisk = (await server.storedCharacters()) - before;
  const busy = processorTime(server.pid);
  return {
    p50: percentile(delays, 50),
    p95: percentile(delays, 95),
    p99: percentile(delays, 99),
    processor: idle === null || busy === null ? null : ((busy - idle) * 1000) / (crowd.typists * crowd.characters),
    typed: crowd.typists * (WARM_UP + crowd.characters),
    onDisk: Math.max(0, onDisk),
  };
}

/** Milliseconds from edit to arrival, one an edit and receiver. Typists begin spread over one interval. */
async function typeTogether(people: Participant[], { typists, characters }: Crowd): Promise<number[]> {
  const arrivals = new Arrivals(people.map(({ doc }) => doc));
  const pressing = people.slice(0, typists).map(({ doc }, index) => ({
    press: () => {
      const text = firstParagraph(doc);
      arrivals.press(doc, () => text.insert(text.length, LETTERS.charAt(index)));
    },
    offset: (index * INTERVAL) / typists,
  }));
  await typeSteadily(pressing, characters, INTERVAL);
  await arrivals.whenAllArrived();
  arrivals.stop();
  return arrivals.delays;
}
