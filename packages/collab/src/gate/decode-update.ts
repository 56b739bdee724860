import { LIMITS } from '@expert-forum/domain';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { BoundedDecoder, TooMuch } from './bounded-decoder.js';
import type { UpdateProblem } from './judgement.js';

export interface DecodedUpdate {
  /** As the sender made them: one lease, ascending clocks without holes. */
  readonly items: Y.Item[];
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
}

/**
 * Decodes a V1 update without integrating it. The head is read first, so that an update of another lease or of a million
 * structs costs nothing (R1, R3). Only items pass: Skip and GC structs never come out of honest typing (R4).
 */
export function decodeUpdate(bytes: Uint8Array, lease: number): DecodedUpdate | UpdateProblem {
  if (bytes.byteLength > LIMITS.update.bytes) return 'update-too-large';
  // A string longer than the update would be read out of the neighbours of a pooled buffer.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  try {
    return headProblem(own, lease) ?? decoded(own);
  } catch (cause) {
    return cause instanceof TooMuch ? 'update-too-large' : 'update-malformed';
  }
}

function headProblem(bytes: Uint8Array, lease: number): UpdateProblem | null {
  const decoder = decoding.createDecoder(bytes);
  const clients = decoding.readVarUint(decoder);
  if (clients === 0) return null;
  const structs = decoding.readVarUint(decoder);
  const client = decoding.readVarUint(decoder);
  if (clients > 1 || client !== lease) return 'update-not-own';
  if (structs > LIMITS.update.structs) return 'update-too-large';
  return null;
}

function decoded(bytes: Uint8Array): DecodedUpdate | UpdateProblem {
  const { structs, ds } = decodedToTheEnd(bytes);
  const items: Y.Item[] = [];
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) return 'update-not-as-emitted';
    if (struct.length < 1) return 'update-malformed';
    items.push(struct);
  }
  const ranges = [...ds.clients.values()].flat();
  if (items.length + ranges.length === 0 || ranges.some((range) => range.len < 1)) return 'update-malformed';
  return { items, deletes: ds.clients };
}

/** Yjs stops at the end of the delete set, whatever follows; a V2 update can pass for an empty V1 one. */
function decodedToTheEnd(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const update = Y.decodeUpdateV2(bytes, BoundedDecoder);
  const rest = BoundedDecoder.latest?.restDecoder;
  if (rest === undefined || decoding.hasContent(rest)) throw new Error('bytes after the update');
  return update;
}
