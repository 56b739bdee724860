import { fileURLToPath } from 'node:url';

/** The folder that holds everything. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Ends with a sentence. */
export function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
