import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT } from './lib/workspace.mjs';

ensureInstalled();
buildOrStop(['@expert-forum/*']);

const bin = (file) => path.join(ROOT, 'node_modules', file);
const watch = ['--watch', '--preserveWatchOutput'];
/** What runs, and where. The API is restarted by Node whenever its own or a package's built files change. */
const PROCESSES = [
  ...['domain', 'contracts', 'collab', 'embedded-postgres'].map((name) => ({
    cwd: `packages/${name}`,
    args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...watch],
  })),
  {
    cwd: 'apps/api',
    args: [bin('@swc/cli/bin/swc.js'), 'src', '-d', 'dist', '--config-file', '../../.swcrc', '--strip-leading-paths', '--watch'],
  },
  { cwd: '.', args: ['--watch', '--watch-preserve-output', '--enable-source-maps', 'apps/api/dist/main.js'] },
  { cwd: 'apps/web', args: [bin('vite/bin/vite.js')] },
];

const running = PROCESSES.map(({ cwd, args }) =>
  spawn(projectNode(), args, { cwd: path.join(ROOT, cwd), stdio: ['ignore', 'inherit', 'inherit'], env: projectEnvironment() }),
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.forEach((child) => child.kill(signal)));
await Promise.all(running.map((child) => new Promise((ended) => child.once('exit', ended))));
