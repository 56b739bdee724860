import type { Verdict } from '@expert-forum/domain';
import type { DraftingTransaction, LogRow } from '../store/drafting-store.js';
import type { LiveSection } from './live-section.js';
import type { Push, PushOutcome } from './push.js';

/** Where a batch finds the texts it judges against. */
export interface LiveSections {
  /** Brings the text up to the head of the transaction, or loads it. */
  atHead(transaction: DraftingTransaction, channel: number): Promise<LiveSection>;
}

/**
 * Judges what waited, under the locks and in the order of arrival, and stores what is good: one insert a section. Each push
 * is judged by itself; the outcomes hold only once the transaction has committed.
 */
export async function writeBatch(transaction: DraftingTransaction, pushes: readonly Push[], texts: LiveSections): Promise<PushOutcome[]> {
  const accepted = new Map<number, LogRow[]>();
  const verdicts = new Map<string, Promise<Verdict>>();
  const outcomes: PushOutcome[] = [];
  for (const push of pushes) {
    const verdict = await judgeRights(transaction, push, verdicts);
    outcomes.push(verdict ?? (await judgeUpdates(transaction, push, texts, accepted)));
  }
  for (const [channel, rows] of accepted) await transaction.append(channel, rows);
  return outcomes;
}

/** null: the writer may write here, under this lease, in this epoch. */
async function judgeRights(
  transaction: DraftingTransaction,
  { channel, epoch, lease, firstN: n, writer }: Push,
  verdicts: Map<string, Promise<Verdict>>,
): Promise<PushOutcome | null> {
  const head = transaction.heads.get(channel);
  if (head === undefined) return { kind: 'rejected', problem: 'section-removed', n };
  if (head.epoch !== epoch) return { kind: 'rejected', problem: 'epoch-changed', n };
  const key = `${channel} ${writer.loginId} ${writer.mandateId}`;
  const verdict = verdicts.get(key) ?? transaction.mayWrite(channel, writer);
  verdicts.set(key, verdict);
  const judged = await verdict;
  if (!judged.ok) return { kind: 'rejected', problem: judged.problem, n, ...(judged.params && { params: judged.params }) };
  if (!(await transaction.holdsLease(channel, lease, writer))) return { kind: 'rejected', problem: 'lease-unknown', n };
  return null;
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
