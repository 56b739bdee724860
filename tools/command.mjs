import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT } from './lib/workspace.mjs';

const [name, ...args] = process.argv.slice(2);
ensureInstalled();
buildOrStop(['@expert-forum/api']);
const command = path.join(ROOT, 'apps', 'api', 'dist', 'commands', `${name}.js`);
const { status } = spawnSync(projectNode(), ['--enable-source-maps', command, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment(),
});
process.exit(status ?? 1);
