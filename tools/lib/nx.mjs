import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectEnvironment, projectNode } from './project-node.mjs';
import { ROOT } from './workspace.mjs';

export const NX = path.join(ROOT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');

/** Where Nx runs, and by the project's Node. */
export const nxSurroundings = () => ({ cwd: ROOT, env: projectEnvironment() });

/** Runs Nx in sight of whoever waits. @returns whether all of it passed */
export function nx(args) {
  const { status } = spawnSync(projectNode(), [NX, ...args], { ...nxSurroundings(), stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0;
}
