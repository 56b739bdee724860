import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { nx } from './lib/nx.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT, stopWith } from './lib/workspace.mjs';

ensureInstalled();
if (!nx(['run-many', '-t', 'build', '--projects=@expert-forum/api,@expert-forum/web,@expert-forum/testing', '--outputStyle=static'], 'stderr')) stopWith('The build failed; nothing was measured.');
const main = path.join(ROOT, 'apps', 'bench', 'src', 'main.ts');
const { status } = spawnSync(projectNode(), [main, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment(),
});
process.exit(status ?? 1);
