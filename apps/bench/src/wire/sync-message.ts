import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What y-websocket and Hocuspocus say about a text: the same three messages, behind a head of their own. */
export type SyncMessage = { kind: 'wanted' } | { kind: 'state' | 'update'; bytes: Uint8Array };

const WANTED = 0;
const STATE = 1;
const UPDATE = 2;
/** State vector, or update, of an empty replica. */
const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

export const askForState = (head: Uint8Array): Uint8Array => message(head, WANTED, EMPTY_VECTOR);
export const holdNothing = (head: Uint8Array): Uint8Array => message(head, STATE, EMPTY_UPDATE);
export const updateMessage = (head: Uint8Array, update: Uint8Array): Uint8Array => message(head, UPDATE, update);

export function readSync(decoder: decoding.Decoder): SyncMessage {
  const kind = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (kind === WANTED) return { kind: 'wanted' };
  return { kind: kind === STATE ? 'state' : 'update', bytes };
}

function message(head: Uint8Array, kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, head);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}
