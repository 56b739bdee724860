import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const pack = promisify(gzip);
const isText = (file: string): boolean => /\.(js|css)$/.test(file);

/** Leaves a packed twin beside each script and style sheet. The server sends it: packing is done once and not at each request. */
export const packedFiles = (): Plugin => ({
  name: 'forum:packed-files',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter(isText).map((file) => join(dir, file));
    await Promise.all(files.map(async (file) => writeFile(`${file}.gz`, await pack(await readFile(file), { level: 9 }))));
  },
});
