import type { TracedBlock } from '@expert-forum/collab';
import type { AuthorshipView, MoverView } from '@expert-forum/contracts';
import type { WrittenRow } from '../drafting/store/section-logs.js';
import type { Writers } from './writers.js';

interface Traced {
  readonly epoch: number;
  readonly seq: number;
  readonly at: Date;
  /** The log that was traced. */
  readonly rows: readonly WrittenRow[];
  readonly blocks: readonly TracedBlock[];
  readonly writers: Writers;
}

/** Leases and seqs become people and times. */
export function presentAuthorship({ epoch, seq, at, rows, blocks, writers }: Traced): AuthorshipView {
  const mandates = new Map(rows.map(({ lease, mandateId }) => [lease, mandateId]));
  const times = new Map(rows.map((row) => [row.seq, row.at.toISOString()]));
  const said = (trace: { readonly lease: number; readonly seq: number }): MoverView => ({
    writer: writers.placeOf(mandates.get(trace.lease) ?? null),
    at: times.get(trace.seq) ?? at.toISOString(),
  });
  return {
    epoch,
    seq,
    at: at.toISOString(),
    writers: writers.views,
    blocks: blocks.map(({ runs, ...block }) => ({
      ...block,
      runs: runs.map(({ text, mover, ...author }) => ({ text, ...said(author), mover: mover && said(mover) })),
    })),
  };
}
