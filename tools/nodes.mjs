import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { stopWithParent } from './lib/stop-with-parent.mjs';
import { ROOT } from './lib/workspace.mjs';

/** Several nodes on this machine behind a proxy. A signal to this process is passed on: SIGHUP starts them again in turn. */
ensureInstalled();
buildOrStop(['@expert-forum/api', '@expert-forum/web']);

const command = path.join(ROOT, 'apps', 'api', 'dist', 'commands', 'nodes.js');
const nodes = spawn(projectNode(), ['--enable-source-maps', command, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment({ NODE_ENV: process.env.NODE_ENV ?? 'production' }),
});
process.on('SIGINT', () => {}); // a terminal's Ctrl-C reaches it by itself
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => nodes.kill(signal));
if (process.env.npm_lifecycle_event === 'nodes') stopWithParent(nodes);
nodes.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
