import { gunzipSync } from 'node:zlib';
import type { Edit } from './edit.ts';

/** Where the trace is to be had that the results name. */
export const WHERE_TRACES_ARE =
  'sequential_traces/automerge-paper.json.gz of the collection josephg/editing-traces on GitHub (259,778 edits of one author)';

/**
 * Reads a trace of the collection `editing-traces`: `{txns: [{patches: [[at, deleted, inserted]]}]}` on an empty text.
 *
 * @throws Error if it is something else
 */
export function readTrace(compressed: Uint8Array): Edit[] {
  const trace: unknown = JSON.parse(gunzipSync(compressed).toString('utf8'));
  if (!hasList(trace, 'txns')) throw new Error('this is no editing trace: it has no "txns"');
  return trace.txns.flatMap((transaction) => (hasList(transaction, 'patches') ? transaction.patches : [])).map(editOf);
}

function editOf(patch: unknown): Edit {
  const [at, deleted, inserted]: unknown[] = Array.isArray(patch) ? patch : [];
  if (typeof at !== 'number' || typeof deleted !== 'number' || typeof inserted !== 'string') {
    throw new Error(`this is no edit of a trace: ${JSON.stringify(patch)}`);
  }
  return { author: 0, at, deleted, inserted };
}

function hasList<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown[]> {
  return typeof value === 'object' && value !== null && name in value && Array.isArray(Object.entries(value).find(([key]) => key === name)?.[1]);
}
