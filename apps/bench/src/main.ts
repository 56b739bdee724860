import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { readOptions } from './options.ts';
import { canPin, pinLoad } from './processor.ts';
import { drawCurves, type Curves } from './report/curves.ts';
import type { Row } from './report/row.ts';
import { sentenceOf, type Verdict } from './report/verdict.ts';
import { useOneSocketLibrary } from './systems/one-socket-library.ts';
import { packageVersion } from './systems/package-version.ts';
import { together } from './workload/w1-together.ts';
import { sideBySide } from './workload/w2-many-sections.ts';
import { connected } from './workload/w3-connections.ts';
import { restarted } from './workload/w4-restart.ts';
import { logged } from './workload/w4b-log.ts';
import { killed } from './workload/w5-killed.ts';
import { atOnce } from './workload/w6-join-storm.ts';
import { acrossTwo } from './workload/w7-two-nodes.ts';
import type { Workload } from './workload/workload.ts';

/** Every workload, by the code that the documentation gives it. */
const WORKLOADS: Readonly<Record<string, Workload>> = {
  W1: together,
  W2: sideBySide,
  W3: connected,
  W4: restarted,
  W4b: logged,
  W5: killed,
  W6: atOnce,
  W7: acrossTwo,
};

const VERSIONS = ['@expert-forum/api', '@hocuspocus/server', '@y/websocket-server', 'leveldown', 'ws', 'socket.io', 'yjs'];

const options = readOptions(process.argv.slice(2), Object.keys(WORKLOADS));
const place = mkdtempSync(join(tmpdir(), 'forum-bench-'));
chmodSync(place, 0o711); // PostgreSQL gives up root, and its new user must be able to walk to its data
const postgres = await startEmbeddedPostgres(place);
let verdicts: Verdict[];
try {
  verdicts = await benchmark();
} finally {
  postgres.stop();
  rmSync(place, { recursive: true, force: true });
}
console.log(`\n${verdicts.map(sentenceOf).join('\n')}`);
process.exit(verdicts.every(({ isReached }) => isReached) ? 0 : 1);

async function benchmark(): Promise<Verdict[]> {
  describe();
  pinLoad();
  useOneSocketLibrary();
  const rows: Row[] = [];
  const reached: Verdict[] = [];
  for (const code of options.workloads) {
    const findings = await WORKLOADS[code]?.({ ...options, databaseServer: postgres.url, databasePid: postgres.pid });
    rows.push(...(findings?.rows ?? []));
    reached.push(...(findings?.verdicts ?? []));
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
    findings?.curves.forEach(keepCurves);
  }
  return reached;
}

function keepCurves(curves: Curves): void {
  if (options.curves === null) return;
  mkdirSync(options.curves, { recursive: true });
  writeFileSync(join(options.curves, `${curves.file}.svg`), drawCurves(curves));
}

function describe(): void {
  const pinned = canPin ? 'servers on one core, people on another' : 'nothing pinned';
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}; ${pinned}`);
  console.log(`Expert Forum with generated members and without the limit of handshakes a second, but where it is named`);
  console.log(VERSIONS.map((name) => `${name} ${packageVersion(name)}`).join(', '));
}
