import { figureColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import type { Row } from '../report/row.ts';
import { atLeast, type Verdict } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusOnPostgres } from '../systems/hocuspocus.ts';
import type { System } from '../systems/system.ts';
import { yWebsocketOnLevelDb } from '../systems/y-websocket.ts';
import { killAndLook, UNITS, type Kill, type Killed } from './killed-server.ts';
import type { Bench, Findings } from './workload.ts';

/** A promise is not a median: it is kept every time or it is none. */
const KILLS = 10;
const MOMENTS: readonly (Kill & { readonly name: string })[] = [
  { name: 'W5, killed when the last of 150 edits was seen', characters: 150, interval: 20, killedAt: 150 },
  { name: 'W5, killed in the middle of a burst of 400 edits', characters: 400, interval: 1, killedAt: 150 },
];

/** The server is killed; what somebody has seen of another's typing has to be there afterwards. */
export async function killed({ databaseServer }: Bench): Promise<Findings> {
  const [ours, peer, other] = [expertForum(databaseServer), hocuspocusOnPostgres(databaseServer), yWebsocketOnLevelDb()];
  const systems = [ours, peer, other];
  const rows: Row[] = [];
  const verdicts: Verdict[] = [];
  for (const moment of MOMENTS) {
    const workload = moment.name;
    for (const system of systems) {
      const outcomes = await killAgain(system, moment);
      const whole = outcomes.filter(({ lost }) => lost === 0).length;
      rows.push(...medians({ workload, system: system.name, units: UNITS }, outcomes));
      rows.push({ workload, system: system.name, metric: 'kills without a loss', unit: `of ${KILLS}`, value: whole });
    }
    const figured = new Figured(rows);
    print(workload, systems, figured);
    verdicts.push(atLeast(`${workload}: kills of ${KILLS} without a lost edit`, figured.get(workload, ours.name, 'kills without a loss'), KILLS));
  }
  return { rows, verdicts, curves: [] };
}

async function killAgain(system: System, kill: Kill): Promise<Killed[]> {
  const outcomes: Killed[] = [];
  let server = await system.start({ sections: 1, people: 3 });
  while (outcomes.length < KILLS) {
    const after = await killAndLook(server, kill);
    outcomes.push(after.outcome);
    server = after.server;
  }
  await server.stop();
  return outcomes;
}

function print(workload: string, systems: readonly System[], figured: Figured): void {
  const table = tableOf(systems.map(({ name }) => name), [
    { heading: 'kills without a lost edit', cell: (system) => `${figured.get(workload, system, 'kills without a loss')} of ${KILLS}` },
    figureColumn(figured, workload, 'seen', 'edits seen', 0),
    figureColumn(figured, workload, 'lost', 'of them lost', 0),
  ]);
  console.log(`\n${workload}\n\n${table}`);
}
