import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT } from './lib/workspace.mjs';

ensureInstalled();
buildOrStop(['@expert-forum/api', '@expert-forum/web', '@expert-forum/testing']);
const main = path.join(ROOT, 'apps', 'bench', 'src', 'main.ts');
const { status } = spawnSync(projectNode(), [main, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: projectEnvironment(),
});
process.exit(status ?? 1);
