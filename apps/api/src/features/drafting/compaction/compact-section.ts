import type { ClientBase } from 'pg';
import { LiveSection } from '../engine/live-section.js';
import type { LogRow, TextSnapshot } from '../store/drafting-store.js';
import { STATE_AND_HEAD } from '../store/state-statements.js';
import { LATEST_SNAPSHOT, LOG_AFTER } from '../store/statements.js';

interface Place {
  readonly id: string;
  readonly epoch: number;
  /** Of its state. */
  readonly bytes: number;
  /** Behind its state. */
  readonly rows: number;
}

/**
 * Writes the text at the end of its log as one encoded state, from which nodes load it, and removes the states before it. The
 * log stays: it is what was committed, and says who wrote what.
 *
 * @param rowsWanted fewer new rows are not worth a state, behind one of so many bytes
 * @returns the seq of the new state; null: there is nothing to do
 */
export async function compactSection(client: Pick<ClientBase, 'query'>, channel: number, rowsWanted: (bytesBefore: number) => number): Promise<number | null> {
  const { rows: places } = await client.query<Place>(STATE_AND_HEAD, [channel]);
  const [place] = places;
  if (place === undefined || place.rows < rowsWanted(place.bytes)) return null;
  const { rows: snapshots } = await client.query<TextSnapshot>(LATEST_SNAPSHOT, [place.id, place.epoch]);
  const snapshot = snapshots[0] ?? null;
  const { rows } = await client.query<LogRow>(LOG_AFTER, [channel, place.epoch, snapshot?.seq ?? 0]);
  const text = LiveSection.load({ channel, epoch: place.epoch }, { snapshot, rows }, null);
  const state = text.state();
  await client.query(
    `WITH kept AS (
       INSERT INTO section_snapshot (section_id, epoch, seq, state, last_ns, hash) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
     ) DELETE FROM section_snapshot WHERE section_id = $1 AND epoch = $2 AND seq < $3`,
    [place.id, place.epoch, text.seq, Buffer.from(state.buffer, state.byteOffset, state.byteLength), JSON.stringify(text.leaseEnds()), text.snapshot().hash],
  );
  return text.seq;
}
