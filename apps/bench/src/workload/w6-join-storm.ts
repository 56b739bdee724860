import { figureColumn, ratioColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import { atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusInMemory } from '../systems/hocuspocus.ts';
import { yWebsocket } from '../systems/y-websocket.ts';
import { joinStorm, returnOfAll, UNITS } from './join-storm.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

const [PEOPLE, KIB] = [200, 300];
const STORM = { people: PEOPLE, bytes: KIB * 1024 };
const WORKLOAD = `W6, ${PEOPLE} people open a section of ${KIB} KiB at once`;
const RETURN = `W6, ${PEOPLE} people come back at once, without and with the limit of handshakes a second`;

/** A session begins and everybody opens the same text. */
export async function atOnce({ databaseServer, runs }: Bench): Promise<Findings> {
  const [ours, hocuspocus, other] = [expertForum(databaseServer), hocuspocusInMemory(), yWebsocket()];
  const systems = [ours, hocuspocus, other];
  const results = await inTurns(systems, runs, (system) => joinStorm(system, STORM));
  const rows = [...results].flatMap(([system, own]) => medians({ workload: WORKLOAD, system: system.name, units: UNITS }, own));
  const figured = new Figured(rows);
  const column = (metric: keyof typeof UNITS, heading: string) => figureColumn(figured, WORKLOAD, metric, heading, 0);
  const table = tableOf(systems.map(({ name }) => name), [
    column('opened', 'all have it, ms'),
    ratioColumn(figured, WORKLOAD, 'opened', { to: ours.name, heading: '× ours' }),
    column('server', 'server ms'),
    column('memory', 'server MiB'),
    column('connected and opened', 'connecting only then, ms'),
  ]);
  console.log(`\n${WORKLOAD}\n\n${table}`);
  const own = await inTurns([ours, expertForum(databaseServer, true)], runs, (system) => returnOfAll(system, STORM));
  const returns = [...own].flatMap(([system, results]) => medians({ workload: RETURN, system: system.name, units: { returned: 'ms' } }, results));
  console.log(`\n${RETURN}\n\n${tableOf([...own.keys()].map(({ name }) => name), [figureColumn(new Figured(returns), RETURN, 'returned', 'all replicas are complete, ms', 0)])}`);
  const time = (system: string): number => figured.get(WORKLOAD, system, 'opened');
  const verdicts = [
    atMost(`W6: time beside ${other.name}`, time(ours.name) / time(other.name), 0.6),
    atMost(`W6: time beside ${hocuspocus.name}`, time(ours.name) / time(hocuspocus.name), 0.3),
  ];
  return { rows: [...rows, ...returns], verdicts, curves: [] };
}
