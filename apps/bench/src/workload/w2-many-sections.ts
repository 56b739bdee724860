import { pointsOf } from '../report/curves.ts';
import { figureColumn, ratioColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import { atLeast, atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusInMemory, hocuspocusOnPostgres } from '../systems/hocuspocus.ts';
import { socketIoRelay, wsRelay } from '../systems/relays.ts';
import { yWebsocket } from '../systems/y-websocket.ts';
import { manySections, p99At, UNITS } from './many-sections.ts';
import { RATES } from './rates.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

const [SECTIONS, PEOPLE, RATE] = [200, 5, 1_000];
/** Seconds at the steady rate: the peer that stores in PostgreSQL does so every ten seconds while somebody types. */
const SECONDS = 10;
const WORKLOAD = `W2, ${SECTIONS} sections with ${PEOPLE} people each`;

/** Many sections at once: what an edit costs the server, and how many a second it can take. */
export async function sideBySide({ databaseServer, databasePid, runs }: Bench): Promise<Findings> {
  const [ours, stored, unstored] = [expertForum(databaseServer), hocuspocusOnPostgres(databaseServer), yWebsocket()];
  const systems = [ours, stored, hocuspocusInMemory(), unstored, wsRelay(), socketIoRelay()];
  const results = await inTurns(systems, runs, (system) =>
    manySections(system, { sections: SECTIONS, people: PEOPLE, rate: RATE, seconds: SECONDS }, databasePid),
  );
  const rows = [...results].flatMap(([system, own]) => medians({ workload: WORKLOAD, system: system.name, units: UNITS }, own));
  const figured = new Figured(rows);
  print(systems.map(({ name }) => name), figured, ours.name);
  const processor = (system: string): number => figured.get(WORKLOAD, system, 'server');
  const highest = (system: string): number => figured.get(WORKLOAD, system, 'highest rate');
  const verdicts = [
    atMost(`W2: server µs an edit beside ${unstored.name}`, processor(ours.name) / processor(unstored.name), 1),
    atMost(`W2: server µs an edit beside ${stored.name}`, processor(ours.name) / processor(stored.name), 0.6),
    atLeast(`W2: highest rate beside ${stored.name}`, highest(ours.name) / highest(stored.name), 2),
  ];
  const lines = systems.map(({ name }) => ({ name, points: pointsOf(RATES, (rate) => figured.find(WORKLOAD, name, p99At(rate))) }));
  return { rows, verdicts, curves: [{ file: 'w2-many-sections', title: '200 sections with 5 people each', across: 'edits a second', up: 'p99 in ms', lines }] };
}

function print(systems: readonly string[], figured: Figured, ours: string): void {
  const column = (metric: keyof typeof UNITS, heading: string, digits = 0) => figureColumn(figured, WORKLOAD, metric, heading, digits);
  const table = tableOf(systems, [
    column('server', `server µs/edit at ${RATE}/s`),
    ratioColumn(figured, WORKLOAD, 'server', { to: ours, heading: '× ours' }),
    column('database', 'PostgreSQL µs/edit'),
    column('people', 'people µs/edit'),
    column('p50', 'p50 ms', 1),
    column('p99', 'p99 ms', 1),
    column('highest rate', 'highest rate with p99 ≤ 100 ms'),
    column('people at the end', 'people, of a core, at the end', 2),
  ]);
  console.log(`\n${WORKLOAD}\n\n${table}`);
}
