import { pointsOf } from '../report/curves.ts';
import { figureColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import type { Row } from '../report/row.ts';
import { atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusInMemory } from '../systems/hocuspocus.ts';
import { socketIoRelay, wsRelay } from '../systems/relays.ts';
import { yWebsocket } from '../systems/y-websocket.ts';
import { connectionMemory, COUNTS, UNITS, type ConnectionKind } from './connection-memory.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

const KINDS: readonly ConnectionKind[] = ['idle', 'own section'];
const METRICS = ['at 1000', 'at 2000'] as const;
const nameOf = (kind: ConnectionKind): string => (kind === 'idle' ? 'W3, idle connections' : 'W3, connections with a section of their own');

/** What a connection takes of the server's memory. */
export async function connected({ databaseServer, runs }: Bench): Promise<Findings> {
  const [ours, peer, floor] = [expertForum(databaseServer), hocuspocusInMemory(), socketIoRelay()];
  const systems = [ours, peer, yWebsocket(), floor, wsRelay()];
  const rows: Row[] = [];
  for (const kind of KINDS) {
    const results = await inTurns(systems, runs, (system) => connectionMemory(system, kind));
    rows.push(...[...results].flatMap(([system, own]) => medians({ workload: nameOf(kind), system: system.name, units: UNITS }, own)));
    print(nameOf(kind), systems.map(({ name }) => name), new Figured(rows));
  }
  const figured = new Figured(rows);
  const verdicts = METRICS.flatMap((metric) => {
    const beside = (kind: ConnectionKind, other: string) => {
      const figure = (system: string): number => figured.get(nameOf(kind), system, metric);
      return atMost(`${nameOf(kind)}, ${metric}: KiB beside ${other}`, figure(ours.name) / figure(other), 1);
    };
    return [beside('idle', peer.name), beside('idle', floor.name), beside('own section', peer.name)];
  });
  const idle = nameOf('idle');
  const lines = systems.map(({ name }) => ({ name, points: pointsOf(COUNTS, (count) => figured.find(idle, name, `at ${count}`)) }));
  return { rows, verdicts, curves: [{ file: 'w3-connections', title: 'An idle connection', across: 'connections', up: 'KiB of the server each', lines }] };
}

function print(workload: string, systems: readonly string[], figured: Figured): void {
  const column = (metric: keyof typeof UNITS, heading: string) => figureColumn(figured, workload, metric, heading);
  console.log(`\n${workload}\n\n${tableOf(systems, [column('base', 'MiB at 20'), column('at 1000', 'KiB each at 1,000'), column('at 2000', 'KiB each at 2,000')])}`);
}
