import { readFileSync } from 'node:fs';
import { verifyPublication } from './lib/verify-publication.mjs';
import { stopWith } from './lib/workspace.mjs';

const [place] = process.argv.slice(2);
if (place === undefined) stopWith('Usage: npm run verify -- URL|FILE');

const { faults, summary } = verifyPublication(await read(place));
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (faults.length > 0) stopWith(`${place} does not verify.`);
process.stdout.write(`${summary}\n`);

async function read(from) {
  try {
    if (!/^https?:/.test(from)) return readFileSync(from, 'utf8');
    const response = await fetch(from, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) stopWith(`${from} answers ${response.status}.`);
    const file = fileBehind(response);
    return file === null ? await response.text() : await read(file);
  } catch (error) {
    return stopWith(`${from} cannot be read (${error.message}).`);
  }
}

/** A page of a publication names its file. */
function fileBehind({ headers, url }) {
  const [, file] = /<([^>]+)>; rel="alternate"/.exec(headers.get('link') ?? '') ?? [];
  return file === undefined ? null : new URL(file, url).href;
}
