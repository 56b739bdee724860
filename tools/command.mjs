import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { nx } from './lib/nx.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT, stopWith } from './lib/workspace.mjs';

const [name, ...args] = process.argv.slice(2);
ensureInstalled();
if (!nx(['build', '@expert-forum/api', '--outputStyle=static'], 'stderr')) stopWith('The build failed; nothing was done.');
const command = path.join(ROOT, 'apps', 'api', 'dist', 'commands', `${name}.js`);
const { status } = spawnSync(projectNode(), ['--enable-source-maps', command, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment(),
});
process.exit(status ?? 1);
