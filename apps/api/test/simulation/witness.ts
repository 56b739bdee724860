import { contentHash, decodeApplied, decodePush, newReplica } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { LogRow } from '../../src/features/drafting/store/drafting-store.js';
import type { CommittedRow, MemoryDatabase } from '../store/memory-database.js';
import { parser, type Packet } from './memory-line.js';
import type { SimulatedPage } from './simulated-page.js';
import { wordsIn } from './words.js';

/** A promise that did not hold. */
export class PromiseBroken extends Error {}

const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new PromiseBroken(what);
};

/** Watches what the servers say and what the database keeps, and compares the two. */
export class Witness {
  /** The first promise that did not hold; nothing may throw inside the servers, who would catch it. */
  broken: PromiseBroken | null = null;

  constructor(
    private readonly database: MemoryDatabase,
    private readonly channel: number,
  ) {}

  /** What a server says is on disk the moment it says it (P1). */
  says({ type, data }: Packet, request: unknown): void {
    this.watch(() => {
      if (!Array.isArray(data)) return;
      if (type === parser.PacketType.EVENT && data[0] === 'update:applied') this.shown(data[1]);
      if (type === parser.PacketType.ACK) this.acknowledged(data[0], request);
    });
  }

  /** What somebody is told was refused is not in the text (R17); of an ended epoch nobody can tell (R19). */
  isBelieved(answer: unknown, request: unknown): void {
    this.watch(() => {
      const refusal = pushRefusalIn(answer);
      const pushed = refusal === null ? null : pushedIn(request);
      if (refusal?.kind !== 'rejected' || refusal.code === 'epoch-changed' || pushed === null) return;
      const stored = this.rows(pushed.channel, pushed.epoch).find((row) => row.lease === pushed.lease && row.n >= refusal.n);
      demand(stored === undefined, `update ${stored?.n} of ${pushed.lease} was refused (${refusal.code}) and is in the log`);
    });
  }

  /** Nothing is kept under a right that has ended (P4, R14). */
  committed(rows: readonly CommittedRow[]): void {
    this.watch(() => {
      for (const { channel, epoch, lease, seq } of rows) {
        const mandateId = this.database.lease(channel, epoch, lease)?.mandateId;
        if (mandateId === null || mandateId === undefined) continue;
        const section = this.database.sectionOf(channel);
        demand(section.epoch === epoch, `seq ${seq} was kept in epoch ${epoch}, which had ended`);
        demand(section.phase === 'drafting', `seq ${seq} was kept although the section was frozen`);
        demand(section.drafters.has(mandateId), `seq ${seq} was kept although its writer was no drafter any more`);
        demand(this.database.mandates.get(mandateId)?.withdrawnAt === null, `seq ${seq} was kept although its mandate was withdrawn`);
      }
    });
  }

  /** null when everybody shows what the log says, and knows what they may; else what is amiss (P3). */
  unrest(pages: readonly SimulatedPage[]): string | null {
    const { epoch } = this.database.sectionOf(this.channel);
    const log = this.database.log(this.channel, epoch);
    const text = { seq: log.at(-1)?.seq ?? 0, hash: contentHash(replay(log)) };
    for (const { name, section, person } of pages) {
      const standing = this.database.isStanding(person);
      if (!standing && section.status === 'rejected') continue;
      const verdict = this.database.mayWrite(this.channel, person);
      const own = section.contentHash();
      const word = !standing ? 'rejected' : verdict.ok ? 'synced' : 'readonly';
      if (section.status !== word) return `${name} is ${section.status} and not ${word}`;
      if (own === null) return `${name} has something under way: ${JSON.stringify(section.statusDetails)}`;
      if (own.seq !== text.seq) return `${name} stands at ${own.seq}, the log at ${text.seq}`;
      if (own.hash !== text.hash) return `${name} has another text than the log at ${text.seq}`;
    }
    return null;
  }

  /** When everything has come to rest: one text, nothing lost (P2, P3). */
  async atRest(pages: readonly SimulatedPage[], texts: readonly { seq: number; hash: string }[]): Promise<void> {
    const { epoch } = this.database.sectionOf(this.channel);
    const log = this.database.log(this.channel, epoch);
    const [seq, hash] = [log.at(-1)?.seq ?? 0, contentHash(replay(log))];
    demand(log.every((row, index) => row.seq === index + 1), 'the log has a hole');
    for (const text of texts) demand(text.seq === seq && text.hash === hash, `a node has another text than the log: ${text.seq} for ${seq}`);
    const everLogged = wordsIn(log.map(({ body }) => body));
    for (const page of pages) {
      const kept = await page.kept();
      for (const word of page.words) demand(everLogged.has(word) || kept.has(word), `${word}, typed by ${page.name}, is nowhere`);
      const fenced = page.section.tray.find(({ problem }) => problem === 'lease-unknown');
      demand(fenced === undefined, `${page.name} was fenced, and nobody else has its device`);
    }
  }

  private shown(frame: unknown): void {
    if (!(frame instanceof Uint8Array)) return;
    const { channel, epoch, firstSeq, updates } = decodeApplied(frame);
    updates.forEach(({ lease, bytes }, index) => {
      const row = this.rows(channel, epoch).find((each) => each.seq === firstSeq + index);
      demand(row !== undefined && row.lease === lease && isSame(row.body, bytes), `seq ${firstSeq + index} was shown and is not in the log`);
    });
  }

  private acknowledged(answer: unknown, request: unknown): void {
    const pushed = isCommitted(answer) ? pushedIn(request) : null;
    if (pushed === null) return;
    const { channel, epoch, lease, firstN, updates } = pushed;
    updates.forEach((bytes, index) => {
      const rows = this.rows(channel, epoch).filter((row) => row.lease === lease && row.n === firstN + index);
      demand(rows.length === 1 && rows.every(({ body }) => isSame(body, bytes)), `update ${firstN + index} of ${lease} was acknowledged and is not in the log once`);
    });
  }

  private rows(channel: number, epoch: number): readonly LogRow[] {
    const { epoch: current } = this.database.sectionOf(channel);
    return this.database.log(channel, Math.max(epoch, current)); // texts move into the next epoch as they are
  }

  private watch(look: () => void): void {
    try {
      look();
    } catch (error) {
      if (!(error instanceof PromiseBroken)) throw error;
      this.broken ??= error;
    }
  }
}

function replay(log: readonly LogRow[]): Y.Doc {
  const doc = newReplica({ gc: true });
  for (const { body } of log) Y.applyUpdate(doc, body);
  demand(doc.store.pendingStructs === null && doc.store.pendingDs === null, 'the log leaves a gap');
  return doc;
}

/** null: it is the state vector of a join, or a part of a large update. */
function pushedIn(request: unknown): ReturnType<typeof decodePush> | null {
  try {
    return request instanceof Uint8Array ? decodePush(request) : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isCommitted = (answer: unknown): boolean => isObject(answer) && isObject(answer['value']) && 'firstSeq' in answer['value'];

function pushRefusalIn(answer: unknown): { kind: unknown; code: unknown; n: number } | null {
  const problem = isObject(answer) ? answer['problem'] : null;
  return isObject(problem) && typeof problem['n'] === 'number' ? { kind: problem['kind'], code: problem['code'], n: problem['n'] } : null;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
