import { announceAddress } from '../platform/start/announce-address.js';
import type { ForumConfig } from '../platform/config/forum-config.js';
import { isLoopback } from '../platform/config/is-loopback.js';
import { readConfig } from '../platform/config/read-config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { freePorts } from '../platform/nodes/free-ports.js';
import { FrontDoor } from '../platform/nodes/front-door.js';
import { NodeProcess } from '../platform/nodes/node-process.js';
import { probeAddress } from '../platform/start/probe-address.js';
import { runOrExplain, StartProblem } from '../platform/start/start-problem.js';
import { stopSignal } from '../platform/start/stop-signal.js';

const MOST_NODES = 8;

/** Several nodes on this machine, on one database, behind a proxy. SIGHUP starts each of them again, one after the other. */
await runOrExplain(async () => {
  const count = readCount(process.argv.slice(2));
  const config = readConfig(process.env);
  if (!isLoopback(config.host)) throw new StartProblem('nodes-on-loopback-only', { host: config.host });
  await probeAddress(config);
  const database = await openDatabase(config);
  try {
    const environment = { ...process.env, ...settingsOfNodes(config, database.url) };
    const nodes = (await freePorts(count)).map((port, index) => new NodeProcess(`Node ${index + 1}`, port, environment, tell));
    const door = new FrontDoor(nodes.map(({ port }) => port));
    for (const node of nodes) await node.start(); // the first one brings the schema up to date
    await door.listen(config.port, config.host);
    announceAddress(config, `http://${config.host}:${config.port}`);
    process.on('SIGHUP', rolling(nodes));
    await stopSignal();
    await Promise.all(nodes.map((node) => node.end()));
    await door.close();
  } finally {
    await database.close();
  }
  process.exit(0);
});

function tell(line: string): void {
  process.stdout.write(`  ${line}\n`);
}

/** One at a time, and one rolling restart after the other. */
function rolling(nodes: readonly NodeProcess[]): () => void {
  let last = Promise.resolve();
  const roll = async (): Promise<void> => {
    for (const node of nodes) await node.restart();
    tell('All nodes were started again');
  };
  return () => void (last = last.then(roll));
}

function readCount([typed = '2', ...more]: readonly string[]): number {
  const count = Number(typed);
  if (more.length > 0 || !Number.isInteger(count) || count < 1 || count > MOST_NODES) {
    throw new StartProblem('usage', { usage: `npm run nodes -- NUMBER (1 to ${MOST_NODES}, 2 unless said)` });
  }
  return count;
}

function settingsOfNodes({ demonstration }: ForumConfig, url: string): Record<string, string> {
  return {
    DATABASE_URL: url,
    TRUST_PROXY: 'true',
    DEMO: String(demonstration !== null),
    ...(demonstration === null ? {} : { DEMO_PASSWORD: demonstration.password }),
  };
}
