import { parseArgs } from 'node:util';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { runJest } from './lib/run-tests.mjs';
import { runShortForm } from './lib/short-form.mjs';
import { stopWith } from './lib/workspace.mjs';

/** The long form of tests that try to break the drafting engine; `npm test` runs their short form, `--only short` that alone. */
const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '200000' },
    seeds: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '200' },
    nodes: { type: 'string', default: '50' },
    revocations: { type: 'string', default: '20' },
    compactions: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true, default: ['updates', 'frames', 'seeds', 'kills', 'nodes', 'revocations', 'ends', 'away', 'compaction'] },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});

/** What each is called, where it stands, and the setting that makes it long. */
const TRIALS = {
  updates: { does: `${values.updates} hostile updates through the gate`, folder: 'packages/collab', test: 'src/gate/judge-update.property.spec', setting: { HOSTILE_UPDATES: values.updates } },
  frames: { does: `${values.updates} hostile frames, parts and packets each`, folder: 'apps/api', test: 'test/hostile/frames.spec', setting: { HOSTILE_UPDATES: values.updates } },
  seeds: { does: `${values.seeds} simulated days, and every mutant found anew`, folder: 'apps/api', test: 'test/simulation', setting: { SEEDS: values.seeds } },
  kills: { does: `${values.kills} times kill -9 under eight writers`, folder: 'apps/api', test: 'test/crash', setting: { KILLS: values.kills } },
  nodes: { does: `one of two nodes killed ${values.nodes} times under writers`, folder: 'apps/api', test: 'test/nodes/rolling.spec', setting: { NODE_KILLS: values.nodes } },
  revocations: { does: `each right taken away ${values.revocations} times under writers of another node`, folder: 'apps/api', test: 'test/revocations', setting: { REVOCATIONS: values.revocations } },
  ends: { does: 'a forum asked to stop while its database hangs, 20 s to end', folder: 'apps/api', test: 'test/start/ending.spec', setting: { LONGEST_END_MS: '20000' } },
  away: { does: 'PostgreSQL killed and away for 60 s under writers on two nodes', folder: 'apps/api', test: 'test/nodes/database-away.spec', setting: { DATABASE_AWAY_MS: '60000' } },
  compaction: { does: `a large text written as a state ${values.compactions} times while it is typed into`, folder: 'apps/api', test: 'test/drafting/compaction-of-open-text.spec', setting: { COMPACTIONS: values.compactions } },
};

const isShort = values.only.join() === 'short';
const unknown = isShort ? undefined : values.only.find((name) => !Object.hasOwn(TRIALS, name));
if (unknown !== undefined) stopWith(`There is no trial ${unknown}: ${Object.keys(TRIALS).join(', ')}, or short alone.`);

ensureInstalled();
buildOrStop(['@expert-forum/api', '@expert-forum/web']);
if (isShort) process.exit(runShortForm() ? 0 : 1);
const results = values.only.map((name) => {
  const { does, folder, test, setting } = TRIALS[name];
  console.log(`\n${does} (seed ${values.seed})`);
  const began = performance.now();
  const status = runJest(folder, [test, '--runInBand'], { ...setting, TORTURE_SEED: values.seed });
  return { trial: does, minutes: Math.round((performance.now() - began) / 6_000) / 10, result: status === 0 ? 'held' : 'BROKEN' };
});
console.log(`\nSeed ${values.seed}`);
console.table(results);
process.exit(results.every(({ result }) => result === 'held') ? 0 : 1);
