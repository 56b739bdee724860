import { StandingChanged, type DraftingTransaction, type LogRow, type TextHead } from '../store/drafting-store.js';
import type { LiveSection } from './live-section.js';
import type { Push, PushOutcome } from './push.js';

/** Where a batch finds the texts it judges against. */
export interface LiveSections {
  /** Brings the text up to this head of the transaction, or loads it. */
  atHead(transaction: DraftingTransaction, head: TextHead): Promise<LiveSection>;
}

/**
 * Judges what waited, under the locks and in the order of arrival, and stores what is good with the commit. Each push is judged
 * by itself; the outcomes hold only once the transaction has committed.
 */
export async function writeBatch(transaction: DraftingTransaction, pushes: readonly Push[], texts: LiveSections): Promise<PushOutcome[]> {
  const accepted = new Map<number, LogRow[]>();
  const outcomes: PushOutcome[] = [];
  for (const push of pushes) outcomes.push(await judge(transaction, push, texts, accepted));
  for (const [channel, rows] of accepted) transaction.append(channel, rows);
  return outcomes;
}

async function judge(
  transaction: DraftingTransaction,
  push: Push,
  texts: LiveSections,
  accepted: Map<number, LogRow[]>,
): Promise<PushOutcome> {
  const { channel, epoch, lease, firstN, updates } = push;
  const head = transaction.heads.get(channel);
  if (head === undefined) return { kind: 'rejected', problem: 'section-removed', n: firstN };
  if (head.epoch !== epoch) return { kind: 'rejected', problem: 'epoch-changed', n: firstN };
  const text = await texts.atHead(transaction, head);
  const rows = accepted.get(channel) ?? [];
  accepted.set(channel, rows);
  const stored = await storedBefore(transaction, push, text, rows);
  const seqs: number[] = [];
  for (const [index, body] of updates.entries()) {
    const n = firstN + index;
    if (n <= text.lastN(lease)) {
      // Stored is stored, whatever became of the right to type since: its sender does not know it yet (R5).
      const known = stored.find((row) => row.n === n);
      if (known === undefined || !isSame(known.body, body)) return { kind: 'rejected', problem: 'update-clock-reused', n };
      seqs.push(known.seq);
      continue;
    }
    const verdict = transaction.mayWrite(push);
    if (!verdict.ok) return { kind: 'rejected', problem: verdict.problem, n, ...(verdict.params && { params: verdict.params }) };
    if (n > text.lastN(lease) + 1) {
      await confirmEnd(transaction, text, rows);
      return { kind: 'resync', problem: 'update-gap', n };
    }
    const schemaBefore = text.schema;
    const judgement = text.judge(push, n, body);
    if (!judgement.ok) {
      await confirmEnd(transaction, text, rows);
      return { kind: judgement.kind, problem: judgement.problem, n };
    }
    const { row, needsRepair } = judgement;
    if (text.schema > schemaBefore) transaction.raiseSchema(channel, text.schema);
    rows.push(row);
    seqs.push(row.seq);
    if (needsRepair) {
      const repair = text.repair(await transaction.serverLease(channel));
      if (repair !== null) rows.push(repair);
    }
  }
  return { kind: 'committed', n: firstN + updates.length - 1, firstSeq: seqs[0] ?? 0, lastSeq: seqs.at(-1) ?? 0 };
}

/** What is refused is refused by the text at the end of its log: one that is behind may lack what the update leans on (R4). */
async function confirmEnd(transaction: DraftingTransaction, { channel, seq }: LiveSection, accepted: readonly LogRow[]): Promise<void> {
  await transaction.lock();
  if (transaction.heads.get(channel)?.seq !== seq - accepted.length) throw new StandingChanged('the text is behind its log');
}

/** What is in the log, or in this batch, under the numbers that a push brings again. */
async function storedBefore(
  transaction: DraftingTransaction,
  { channel, lease, firstN, updates }: Push,
  text: LiveSection,
  rows: readonly LogRow[],
): Promise<readonly LogRow[]> {
  const lastN = Math.min(text.lastN(lease), firstN + updates.length - 1);
  if (lastN < firstN) return [];
  return [...(await transaction.findRows(channel, lease, firstN, lastN)), ...rows.filter((row) => row.lease === lease)];
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
