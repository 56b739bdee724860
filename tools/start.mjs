import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { stopWithParent } from './lib/stop-with-parent.mjs';
import { ROOT } from './lib/workspace.mjs';

ensureInstalled();
buildOrStop(['@expert-forum/api', '@expert-forum/web']);

const main = path.join(ROOT, 'apps', 'api', 'dist', 'main.js');
const app = spawn(projectNode(), ['--enable-source-maps', main, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment({ NODE_ENV: process.env.NODE_ENV ?? 'production' }),
});
// A terminal's Ctrl-C reaches the application by itself; a signal sent to this process is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => app.kill('SIGTERM'));
if (process.env.npm_lifecycle_event === 'start') stopWithParent(app);
app.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
