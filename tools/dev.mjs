import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT } from './lib/workspace.mjs';

ensureInstalled();
buildOrStop(['@expert-forum/*']);

const packages = ['domain', 'contracts', 'collab', 'embedded-postgres'];
const binary = (project, name, file) =>
  path.join(path.dirname(createRequire(path.join(ROOT, project, 'package.json')).resolve(`${name}/package.json`)), file);
const environment = projectEnvironment({ API_URL: `http://127.0.0.1:${process.env.PORT ?? 3000}` });
const run = (folder, args) =>
  spawn(projectNode(), args, { cwd: path.join(ROOT, folder), stdio: ['ignore', 'inherit', 'inherit'], env: environment });

const SWC = [binary('.', '@swc/cli', 'bin/swc.js'), 'src', '-d', 'dist', '--config-file', '../../.swcrc', '--strip-leading-paths', '--quiet'];
const TSC = [binary('.', 'typescript', 'bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
/** Editors save several files, or one several times, in this many milliseconds. */
const SETTLING_MS = 100;

let settled;
watch(path.join(ROOT, 'apps/api/src'), { recursive: true }, () => {
  clearTimeout(settled);
  settled = setTimeout(() => run('apps/api', SWC), SETTLING_MS);
});

const running = [
  ...packages.map((name) => run(`packages/${name}`, TSC)),
  // Node starts it again whenever its own or a package's built files change.
  run('.', ['--watch', '--watch-preserve-output', '--enable-source-maps', 'apps/api/dist/main.js']),
  run('apps/web', [binary('apps/web', 'vite', 'bin/vite.js')]),
];
const ended = Promise.all(running.map((child) => new Promise((resolve) => child.once('exit', resolve))));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.forEach((child) => child.kill(signal)));
await ended;
process.exit();
