import { spawnSync } from 'node:child_process';
import { NX, nxSurroundings } from './nx.mjs';
import { projectNode } from './project-node.mjs';
import { stopWith } from './workspace.mjs';

/** Builds these projects and what they stand on, as far as that has not been done. Says more than one line only if it fails. */
export function buildOrStop(projects) {
  process.stderr.write('Building what has changed …\n');
  const args = [NX, 'run-many', '-t', 'build', `--projects=${projects.join(',')}`, '--outputStyle=static'];
  const { status, stdout, stderr } = spawnSync(projectNode(), args, { ...nxSurroundings(), encoding: 'utf8', maxBuffer: Infinity });
  if (status === 0) return;
  process.stderr.write(`${stdout}${stderr}`);
  stopWith('The build failed; nothing was started.');
}
