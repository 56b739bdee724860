import type { DraftingTransaction, LogRow } from '../store/drafting-store.js';
import type { LiveSection } from './live-section.js';
import type { Push, PushOutcome } from './push.js';

/** Where a batch finds the texts it judges against. */
export interface LiveSections {
  /** Brings the text up to the head of the transaction, or loads it. */
  atHead(transaction: DraftingTransaction, channel: number): Promise<LiveSection>;
}

/**
 * Judges what waited, under the locks and in the order of arrival, and stores what is good with the commit. Each push is judged
 * by itself; the outcomes hold only once the transaction has committed.
 */
export async function writeBatch(transaction: DraftingTransaction, pushes: readonly Push[], texts: LiveSections): Promise<PushOutcome[]> {
  const accepted = new Map<number, LogRow[]>();
  const outcomes: PushOutcome[] = [];
  for (const push of pushes) {
    outcomes.push(rightsProblem(transaction, push) ?? (await judgeUpdates(transaction, push, texts, accepted)));
  }
  for (const [channel, rows] of accepted) transaction.append(channel, rows);
  return outcomes;
}

/** null: the writer may write here, under this lease, in this epoch. */
function rightsProblem(transaction: DraftingTransaction, push: Push): PushOutcome | null {
  const { channel, epoch, firstN: n } = push;
  const head = transaction.heads.get(channel);
  if (head === undefined) return { kind: 'rejected', problem: 'section-removed', n };
  if (head.epoch !== epoch) return { kind: 'rejected', problem: 'epoch-changed', n };
  const verdict = transaction.mayWrite(push);
  return verdict.ok ? null : { kind: 'rejected', problem: verdict.problem, n, ...(verdict.params && { params: verdict.params }) };
}

async function judgeUpdates(
  transaction: DraftingTransaction,
  { channel, lease, firstN, updates }: Push,
  texts: LiveSections,
  accepted: Map<number, LogRow[]>,
): Promise<PushOutcome> {
  const text = await texts.atHead(transaction, channel);
  const rows = accepted.get(channel) ?? [];
  accepted.set(channel, rows);
  let firstSeq: number | null = null;
  let lastSeq = 0;
  for (const [index, body] of updates.entries()) {
    const n = firstN + index;
    if (n > text.lastN(lease) + 1) return { kind: 'resync', problem: 'update-gap', n };
    if (n <= text.lastN(lease)) {
      const known = rows.find((row) => row.lease === lease && row.n === n) ?? (await transaction.findRow(channel, lease, n));
      if (known === null || !isSame(known.body, body)) return { kind: 'rejected', problem: 'update-clock-reused', n };
      firstSeq ??= known.seq;
      lastSeq = known.seq;
      continue;
    }
    const { judgement, row } = text.judge(lease, n, body);
    if (row === null) return judgement.ok ? { kind: 'resync', problem: 'outcome-unknown', n } : { kind: judgement.kind, problem: judgement.problem, n };
    rows.push(row);
    firstSeq ??= row.seq;
    lastSeq = row.seq;
    if (judgement.ok && judgement.needsRepair) {
      const repair = text.repair(await transaction.serverLease(channel));
      if (repair !== null) rows.push(repair);
    }
  }
  return { kind: 'committed', n: firstN + updates.length - 1, firstSeq: firstSeq ?? lastSeq, lastSeq };
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
