import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { readOptions } from './options.ts';
import { canPin, pinLoad } from './processor.ts';
import type { Row } from './report/row.ts';
import { summarise } from './report/summarise.ts';
import { table } from './report/table.ts';
import { expertForum } from './systems/expert-forum.ts';
import { hocuspocusInMemory, hocuspocusOnPostgres } from './systems/hocuspocus.ts';
import { useOneSocketLibrary } from './systems/one-socket-library.ts';
import type { System } from './systems/system.ts';
import { yWebsocket } from './systems/y-websocket.ts';
import { editToSeen, type Crowd, type EditToSeen } from './workload/edit-to-seen.ts';

const CHARACTERS_A_SECOND = 5;

const options = readOptions(process.argv.slice(2));
const place = mkdtempSync(join(tmpdir(), 'forum-bench-'));
chmodSync(place, 0o711); // PostgreSQL gives up root, and its new user must be able to walk to its data
const postgres = await startEmbeddedPostgres(place);
try {
  await benchmark();
} finally {
  postgres.stop();
  rmSync(place, { recursive: true, force: true });
}

async function benchmark(): Promise<void> {
  const systems = [expertForum(postgres.url), hocuspocusOnPostgres(postgres.url), hocuspocusInMemory(), yWebsocket()];
  const crowd = { characters: options.seconds * CHARACTERS_A_SECOND };
  const workloads = new Map<string, Crowd>([
    ['W1, 2 people, 1 types', { ...crowd, people: 2, typists: 1 }],
    ['W1, 20 people, 5 type', { ...crowd, people: 20, typists: 5 }],
  ]);
  describe(systems);
  pinLoad();
  useOneSocketLibrary();
  const rows: Row[] = [];
  for (const [workload, people] of workloads) {
    rows.push(...(await compare(workload, systems, people)));
    console.log(`\n${workload}\n\n${table(workload, rows, systems[0]?.name ?? '')}`);
  }
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** Runs alternate between the systems, so that a slow moment of the machine is everybody's. */
async function compare(workload: string, systems: System[], crowd: Crowd): Promise<Row[]> {
  const runs = new Map<System, EditToSeen[]>(systems.map((system) => [system, []]));
  for (let run = 0; run < options.runs; run += 1) {
    for (const [system, results] of runs) results.push(await editToSeen(system, crowd));
  }
  return [...runs].flatMap(([system, results]) => summarise(workload, system.name, results));
}

function describe(systems: System[]): void {
  const pinned = canPin ? 'servers on one core, people on another' : 'nothing pinned';
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}; ${pinned}`);
  for (const { name, version } of systems) console.log(`${name} ${version}`);
}
