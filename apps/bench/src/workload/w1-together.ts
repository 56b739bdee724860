import { figureColumn, ratioColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import type { Row } from '../report/row.ts';
import { atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusInMemory, hocuspocusOnPostgres } from '../systems/hocuspocus.ts';
import { socketIoRelay, wsRelay } from '../systems/relays.ts';
import { yWebsocket } from '../systems/y-websocket.ts';
import { editToSeen, UNITS } from './edit-to-seen.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

const CHARACTERS_A_SECOND = 5;
const CROWDS = [
  { people: 2, typists: 1, carets: false },
  { people: 20, typists: 5, carets: false },
  { people: 100, typists: 10, carets: false },
  { people: 200, typists: 10, carets: false },
  { people: 100, typists: 10, carets: true },
  { people: 200, typists: 10, carets: true },
];
type CrowdKind = (typeof CROWDS)[number];
/** At 100 people and more: how much longer than the peer that stores in PostgreSQL, p95. */
const LONGEST = 1.15;

const nameOf = ({ people, typists, carets }: CrowdKind): string => `W1, ${people} people, ${typists} typing${carets ? ', carets' : ''}`;

/** Edit → seen by another, in one section. */
export async function together({ databaseServer, runs, seconds }: Bench): Promise<Findings> {
  const [ours, stored] = [expertForum(databaseServer), hocuspocusOnPostgres(databaseServer)];
  const systems = [ours, stored, hocuspocusInMemory(), yWebsocket(), wsRelay(), socketIoRelay()];
  const rows: Row[] = [];
  for (const crowd of CROWDS) {
    const workload = nameOf(crowd);
    const results = await inTurns(systems, runs, (system) => editToSeen(system, { ...crowd, characters: seconds * CHARACTERS_A_SECOND }));
    rows.push(...[...results].flatMap(([system, own]) => medians({ workload, system: system.name, units: UNITS }, own)));
    print(workload, systems.map(({ name }) => name), new Figured(rows), stored.name);
  }
  const figured = new Figured(rows);
  const p95 = (crowd: CrowdKind, system: string): number => figured.get(nameOf(crowd), system, 'p95');
  const verdicts = CROWDS.filter(({ people }) => people >= 100).map((crowd) =>
    atMost(`${nameOf(crowd)}: p95 beside ${stored.name}`, p95(crowd, ours.name) / p95(crowd, stored.name), LONGEST),
  );
  const plain = CROWDS.filter(({ carets }) => !carets);
  const lines = systems.map(({ name }) => ({ name, points: plain.map((crowd) => [crowd.people, p95(crowd, name)] as const) }));
  return { rows, verdicts, curves: [{ file: 'w1-edit-to-seen', title: 'Edit → seen by another', across: 'people in the section', up: 'p95 in ms', lines }] };
}

function print(workload: string, systems: readonly string[], figured: Figured, stored: string): void {
  const column = (metric: string, heading: string, digits?: number) => figureColumn(figured, workload, metric, heading, digits);
  const table = tableOf(systems, [
    column('p50', 'p50 ms'),
    column('p95', 'p95 ms'),
    column('p99', 'p99 ms'),
    ratioColumn(figured, workload, 'p95', { to: stored, heading: `p95 × ${stored}` }),
    column('processor', 'server µs/edit', 0),
    column('load', 'people µs/edit', 0),
    { heading: 'on disk', cell: (system) => `${figured.find(workload, system, 'on disk')} of ${figured.find(workload, system, 'typed')}` },
  ]);
  console.log(`\n${workload}\n\n${table}`);
}
