import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, stopWith } from './workspace.mjs';

const MARKER = path.join(ROOT, 'node_modules', '.installed-lock');

/** Installs what the lock file names, unless exactly that is installed already: then it costs one hash. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(path.join(ROOT, 'package-lock.json'))).digest('hex');
  if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) return;
  process.stderr.write('Installing the packages that package-lock.json names …\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) stopWith('npm ci failed; nothing was started.');
  writeFileSync(MARKER, wanted);
}
