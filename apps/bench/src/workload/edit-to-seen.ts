import { processorTime } from '../processor.ts';
import type { Figures } from '../report/medians.ts';
import { firstParagraph, seedIfEmpty, whenSeeded } from '../systems/shared-text.ts';
import type { Participant, RunningSystem, System } from '../systems/system.ts';
import { Arrivals } from './arrivals.ts';
import { caretAtEnd } from './caret.ts';
import { percentile } from './percentile.ts';
import { typeSteadily } from './typing.ts';

export interface Crowd {
  readonly people: number;
  readonly typists: number;
  /** Characters each typist types; five a second. */
  readonly characters: number;
  /** Whether everybody who types shows where their caret is after every key. */
  readonly carets: boolean;
}

/** Of one run. `processor`: of the server, over the counted typing; `typed`: warm-up included. */
export const UNITS = {
  p50: 'ms',
  p95: 'ms',
  p99: 'ms',
  processor: 'µs/edit',
  load: 'µs/edit',
  typed: 'characters',
  /** Of those typed, what the system's store held when the last one had just been seen. */
  'on disk': 'characters',
} as const;

export type EditToSeen = Figures<keyof typeof UNITS>;

const INTERVAL = 200;
/** What a server that has just been started compiles is not what an edit costs: that many edits go before, faster. */
const WARM_UP = { characters: 100, interval: 50 };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** W1: people with complete replicas, some of them typing into one paragraph; edit → seen by another. */
export async function editToSeen(system: System, crowd: Crowd): Promise<EditToSeen> {
  const server = await system.start({ sections: 1, people: crowd.people });
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
  await typeTogether(people, { ...crowd, characters: WARM_UP.characters }, WARM_UP.interval);
  const idle = [processorTime(server.pid), processorTime(process.pid)] as const;
  const delays = await typeTogether(people, crowd, INTERVAL);
  const busy = [processorTime(server.pid), processorTime(process.pid)] as const;
  const onDisk = (await server.storedCharacters()) - before;
  const edits = crowd.typists * crowd.characters;
  return {
    p50: percentile(delays, 50),
    p95: percentile(delays, 95),
    p99: percentile(delays, 99),
    processor: perEdit(idle[0], busy[0], edits),
    load: perEdit(idle[1], busy[1], edits),
    typed: crowd.typists * (WARM_UP.characters + crowd.characters),
    'on disk': Math.max(0, onDisk),
  };
}

/** Microseconds an edit, from milliseconds of processor time before and after. */
const perEdit = (before: number | null, after: number | null, edits: number): number | null =>
  before === null || after === null ? null : ((after - before) * 1000) / edits;

/** Milliseconds from edit to arrival, one an edit and receiver. Typists begin spread over one interval. */
async function typeTogether(people: Participant[], { typists, characters, carets }: Crowd, interval: number): Promise<number[]> {
  const arrivals = new Arrivals(people.map(({ doc }) => doc));
  const pressing = people.slice(0, typists).map(({ doc, moveCaret }, index) => ({
    press: () => {
      const text = firstParagraph(doc);
      arrivals.press(doc, () => text.insert(text.length, LETTERS.charAt(index % LETTERS.length)));
      if (carets) moveCaret(caretAtEnd(text));
    },
    offset: (index * interval) / typists,
  }));
  await typeSteadily(pressing, characters, interval);
  await arrivals.whenAllArrived();
  arrivals.stop();
  return arrivals.delays;
}
