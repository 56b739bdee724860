import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, stopWith } from './workspace.mjs';

const OLDEST = [20, 19];

/** The Node that comes as a package where this platform has one; else the one that runs this, if it is new enough. */
export function projectNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = path.join(ROOT, 'node_modules', `node-${system}-${process.arch}`, 'bin', file);
  if (existsSync(packaged)) return packaged;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  return stopWith(`Node ${process.versions.node} is too old: ${OLDEST.join('.')} or newer is needed.`);
}

/** Environment in which `node`, and what npm and Nx start, is the project's Node. */
export function projectEnvironment(extra = {}) {
  const bin = [path.dirname(projectNode()), path.join(ROOT, 'node_modules', '.bin')];
  return { ...process.env, NX_DAEMON: 'false', PATH: [...bin, process.env.PATH].join(path.delimiter), ...extra };
}
