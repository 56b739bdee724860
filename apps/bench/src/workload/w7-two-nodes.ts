import { figureColumn, ratioColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import { atMost } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { acrossNodes, UNITS } from './across-nodes.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

const [TYPISTS, READERS] = [5, 15];
const CHARACTERS_A_SECOND = 5;
const WORKLOAD = `W7, ${TYPISTS} people type on one node and ${READERS} read`;

/** Edit on one node → seen on another, beside the same people on one node. */
export async function acrossTwo({ databaseServer, runs, seconds }: Bench): Promise<Findings> {
  const one = { ...expertForum(databaseServer), name: 'on the same node' };
  const two = { ...expertForum(databaseServer), name: 'on another node' };
  const results = await inTurns([one, two], runs, (system) =>
    acrossNodes(system, { nodes: system === one ? 1 : 2, typists: TYPISTS, readers: READERS, characters: seconds * CHARACTERS_A_SECOND }),
  );
  const rows = [...results].flatMap(([system, own]) => medians({ workload: WORKLOAD, system: system.name, units: UNITS }, own));
  const figured = new Figured(rows);
  const column = (metric: keyof typeof UNITS) => figureColumn(figured, WORKLOAD, metric, `${metric} ms`);
  const ratio = ratioColumn(figured, WORKLOAD, 'p95', { to: one.name, heading: `p95 × ${one.name}` });
  console.log(`\n${WORKLOAD}\n\n${tableOf([one.name, two.name], [column('p50'), column('p95'), column('p99'), ratio])}`);
  const p95 = (system: string): number => figured.get(WORKLOAD, system, 'p95');
  return { rows, verdicts: [atMost('W7: p95 on another node beside the same one', p95(two.name) / p95(one.name), 2)], curves: [] };
}
