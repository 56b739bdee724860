import type { OutboxRow } from './storage/section-storage.js';

/** Consecutive updates of one lease that travel together. */
export interface Parcel {
  readonly epoch: number;
  readonly lease: number;
  readonly firstN: number;
  readonly lastN: number;
  readonly rows: readonly OutboxRow[];
}

interface Entry {
  readonly row: OutboxRow;
  /** On the device's disk: only then may its bytes leave (R1). */
  isStored: boolean;
}

/** Overhead of one update in a frame: the varint of its length. */
const ROW_OVERHEAD = 4;

/**
 * The updates of one section that wait for the server's acknowledgement, in the order of typing. Later ones may stand on earlier
 * ones, so they are sent in this order, one parcel at a time, and a refusal takes everything after it along.
 */
export class Outbox {
  private entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }

  get rows(): readonly OutboxRow[] {
    return this.entries.map((entry) => entry.row);
  }

  /** When the oldest waiting update was typed. */
  get oldestAt(): number | null {
    return this.entries[0]?.row.at ?? null;
  }

  /** Rows that a former page life left on the device. */
  adopt(rows: readonly OutboxRow[]): void {
    this.entries.push(...rows.map((row) => ({ row, isStored: true })));
  }

  add(row: OutboxRow): void {
    this.entries.push({ row, isStored: false });
  }

  unstored(): OutboxRow[] {
    return this.entries.filter((entry) => !entry.isStored).map((entry) => entry.row);
  }

  markStored(rows: readonly OutboxRow[]): void {
    const stored = new Set(rows);
    for (const entry of this.entries) if (stored.has(entry.row)) entry.isStored = true;
  }

  /** The next parcel of at most `maxBytes`, or null while there is nothing on disk to send. One larger update is a parcel alone. */
  nextParcel(maxBytes: number): Parcel | null {
    const rows: OutboxRow[] = [];
    let bytes = 0;
    for (const { row, isStored } of this.entries) {
      bytes += row.bytes.byteLength + ROW_OVERHEAD;
      const previous = rows.at(-1);
      if (!isStored || (previous !== undefined && (bytes > maxBytes || !follows(previous, row)))) break;
      rows.push(row);
    }
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return null;
    return { epoch: first.epoch, lease: first.lease, firstN: first.n, lastN: last.n, rows };
  }

  /** Removes what the server has committed of a lease; answers how many updates that were. */
  acknowledge(lease: number, lastN: number): number {
    const before = this.entries.length;
    this.entries = this.entries.filter(({ row }) => row.lease !== lease || row.n > lastN);
    return before - this.entries.length;
  }

  takeAll(): OutboxRow[] {
    return this.entries.splice(0).map((entry) => entry.row);
  }

  /** Takes out the refused update and everything typed after it, which may stand on it (R17). */
  takeFrom(lease: number, n: number): OutboxRow[] {
    const at = this.entries.findIndex(({ row }) => row.lease === lease && row.n >= n);
    return at < 0 ? [] : this.entries.splice(at).map((entry) => entry.row);
  }
}

const follows = (previous: OutboxRow, row: OutboxRow): boolean =>
  row.epoch === previous.epoch && row.lease === previous.lease && row.n === previous.n + 1;
