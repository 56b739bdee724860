import type { History } from '../long-text/edit.ts';
import { draft, trace, writeLongSection } from '../long-text/long-section.ts';
import { figureColumn, ratioColumn, tableOf } from '../report/markdown.ts';
import { Figured, medians } from '../report/medians.ts';
import type { Row } from '../report/row.ts';
import { atMost, type Verdict } from '../report/verdict.ts';
import { expertForum } from '../systems/expert-forum.ts';
import { hocuspocusOnPostgres } from '../systems/hocuspocus.ts';
import type { RunningSystem, Size, System } from '../systems/system.ts';
import { yWebsocketOnLevelDb } from '../systems/y-websocket.ts';
import { LONG_SECTION, openedAfterRestart, UNITS } from './opened-after-restart.ts';
import { inTurns, type Bench, type Findings } from './workload.ts';

/** Beside the peer that stores in PostgreSQL. */
const TO_REACH = { opened: 1 / 3, resident: 1 / 4 };
const SIZE: Size = { sections: 2, people: 8 };

/** The server has stopped and starts again; somebody opens a long text. */
export async function restarted({ databaseServer, runs, trace: file }: Bench): Promise<Findings> {
  const [ours, peer] = [expertForum(databaseServer), hocuspocusOnPostgres(databaseServer)];
  // LevelDB takes an edit at a time: five times as many would make the benchmark wait for it and tell nothing new.
  const cases = [
    { history: draft(), systems: [ours, peer, yWebsocketOnLevelDb()] },
    { history: trace(file), systems: [ours, peer] },
  ];
  const rows: Row[] = [];
  const verdicts: Verdict[] = [];
  for (const { history, systems } of cases) {
    const workload = `W4, restart and the first person's text, ${history.name}`;
    const written = new Map<System, Written>();
    for (const system of systems) written.set(system, await write(system, history));
    const results = await inTurns(systems, runs, (system) => {
      const text = written.get(system);
      if (text === undefined) throw new Error(`${system.name} has no text`);
      return openedAfterRestart(text.server, text.words).catch((cause: unknown) => {
        throw new Error(`${system.name} did not open its text`, { cause });
      });
    });
    rows.push(...[...results].flatMap(([system, own]) => medians({ workload, system: system.name, units: UNITS }, own)));
    const figured = new Figured(rows);
    print(workload, systems.map(({ name }) => name), figured, peer.name);
    const ratio = (metric: keyof typeof TO_REACH): number => figured.get(workload, ours.name, metric) / figured.get(workload, peer.name, metric);
    verdicts.push(atMost(`${workload}: time beside ${peer.name}`, ratio('opened'), TO_REACH.opened));
    verdicts.push(atMost(`${workload}: server memory beside ${peer.name}`, ratio('resident'), TO_REACH.resident));
  }
  return { rows, verdicts, curves: [] };
}

interface Written {
  /** Stopped. */
  readonly server: RunningSystem;
  readonly words: string;
}

async function write(system: System, history: History): Promise<Written> {
  const began = performance.now();
  const server = await system.start(SIZE);
  const words = await writeLongSection(server, LONG_SECTION, history);
  await server.stop();
  console.log(`${system.name}: ${history.name} written in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  return { server, words };
}

function print(workload: string, systems: readonly string[], figured: Figured, peer: string): void {
  const ratio = (metric: keyof typeof UNITS) => ratioColumn(figured, workload, metric, { to: peer, heading: `× ${peer}` });
  const table = tableOf(systems, [
    figureColumn(figured, workload, 'opened', 'text is there, ms', 0),
    ratio('opened'),
    figureColumn(figured, workload, 'processor', 'processor of the server, ms', 0),
    figureColumn(figured, workload, 'resident', 'server memory, MiB'),
    ratio('resident'),
    figureColumn(figured, workload, 'used', 'in objects and buffers, MiB'),
  ]);
  console.log(`\n${workload}\n\n${table}`);
}
