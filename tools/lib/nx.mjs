import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectEnvironment, projectNode } from './project-node.mjs';
import { ROOT } from './workspace.mjs';

const NX = path.join(ROOT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');

/** Runs Nx by the project's Node. `output`: 'inherit', or 'stderr' to keep standard output for others. */
export function nx(args, output = 'inherit') {
  const stdio = output === 'stderr' ? ['ignore', 2, 2] : ['ignore', 'inherit', 'inherit'];
  return spawnSync(projectNode(), [NX, ...args], { cwd: ROOT, stdio, env: projectEnvironment() }).status === 0;
}
