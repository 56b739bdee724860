import { encodeParts, PART_MAX_BYTES } from '../codec/part-frame.js';
import { encodePush } from '../codec/push-frame.js';
import type { Connection } from './connection.js';
import type { Parcel } from './outbox.js';
import type { Runtime } from './runtime.js';
import { readPushOutcome, type PushOutcome } from './section-wire.js';

/** Bytes of updates in one frame: with its head it stays below the 64 KiB of a socket frame. */
export const PARCEL_MAX_BYTES = PART_MAX_BYTES;

export interface Sender {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly channel: number;
  /** False once the talk has begun anew: nothing more of this parcel may leave. */
  isCurrent(): boolean;
}

/** Sends a parcel at the connection's pace, in parts if it is one large update. Its bytes are the same every time (R5). */
export async function pushParcel({ connection, runtime, channel, isCurrent }: Sender, parcel: Parcel): Promise<PushOutcome> {
  const { epoch, lease, firstN, rows } = parcel;
  const updates = rows.map((row) => row.bytes);
  const [large] = updates.length === 1 ? updates : [];
  const isCut = large !== undefined && large.byteLength > PARCEL_MAX_BYTES;
  const event = isCut ? 'update:part' : 'update:push';
  const frames = isCut
    ? encodeParts({ channel, epoch, lease, n: firstN }, large)
    : [encodePush({ channel, epoch, lease, firstN, updates })];
  for (const frame of frames) {
    await allowance(connection, runtime, frame.byteLength);
    if (!isCurrent()) break;
    const outcome = readPushOutcome(await connection.request(event, frame), firstN);
    if (outcome.kind !== 'taken') return outcome;
  }
  return { kind: 'unknown' };
}

async function allowance(connection: Connection, runtime: Runtime, bytes: number): Promise<void> {
  for (let wait = connection.budget.spend(bytes); wait > 0; wait = connection.budget.spend(bytes)) {
    await new Promise<void>((resolve) => runtime.after(wait, resolve));
  }
}
