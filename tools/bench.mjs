import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildOrStop } from './lib/build.mjs';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { projectEnvironment, projectNode } from './lib/project-node.mjs';
import { ROOT } from './lib/workspace.mjs';

/** `npm run bench -- screens` measures what happens in a browser alone, `-- servers …` the servers alone. */
const [first, ...rest] = process.argv.slice(2);
const isOne = first === 'screens' || first === 'servers';
const args = isOne ? rest : process.argv.slice(2);

ensureInstalled();
buildOrStop(['@expert-forum/api', '@expert-forum/web', '@expert-forum/testing']);
const run = (folder, script, ...values) =>
  spawnSync(projectNode(), [script, ...values], { cwd: folder, stdio: 'inherit', env: projectEnvironment() }).status ?? 1;

const apps = path.join(ROOT, 'apps');
const statuses = [
  ...(first === 'screens' ? [] : [run(ROOT, path.join(apps, 'bench', 'src', 'main.ts'), ...args)]),
  ...(first === 'servers' ? [] : [run(path.join(apps, 'web-e2e'), path.join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', 'playwright.bench.config.ts')]),
];
process.exit(Math.max(...statuses));
