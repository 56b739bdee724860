import { contentHash, decodeApplied, decodePush, newReplica } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { LogRow } from '../../src/features/drafting/store/drafting-store.js';
import type { DecisionEntity } from '../../src/features/sessions/decision.entity.js';
import type { CommittedText } from '../../src/features/drafting/store/committed-texts.js';
import type { LedgerEntry } from '../../src/platform/ledger/ledger-entry.js';
import type { Person } from '../store/contract-world.js';
import type { CommittedRow } from '../store/memory-database.js';
import type { SimulatedDatabase, Watcher } from './database/simulated-database.js';
import type { NotesListener } from './discussion/simulated-notes.js';
import { ThreadWitness } from './discussion/thread-witness.js';
import type { Seen } from './meeting/simulated-chair.js';
import { parser, type Packet } from './memory-line.js';
import { demand, PromiseBroken } from './promise-broken.js';
import type { SimulatedPage } from './simulated-page.js';
import { wordsIn } from './words.js';

/** Watches what the servers say and what the database keeps, and compares the two. */
export class Witness implements Watcher {
  /** The first promise that did not hold; nothing may throw inside the servers, who would catch it. */
  broken: PromiseBroken | null = null;

  private readonly threads: ThreadWitness;

  constructor(
    private readonly database: SimulatedDatabase,
    private readonly channel: number,
    /** What the chair saw, by call. */
    private readonly seen: ReadonlyMap<string, readonly Seen[]>,
  ) {
    this.threads = new ThreadWitness(database);
  }

  /** What a server says is on disk the moment it says it (P1). */
  says({ type, data }: Packet, request: unknown, loginId: string): void {
    this.watch(() => {
      if (!Array.isArray(data)) return;
      this.threads.says(data, loginId);
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
      const stored = this.logOf(pushed.channel, pushed.epoch).find((row) => row.lease === pushed.lease && row.n >= refusal.n);
      demand(stored === undefined, `update ${stored?.n} of ${pushed.lease} was refused (${refusal.code}) and is in the log`);
    });
  }

  /** Lists and acknowledgements that reach a page of this person. */
  listenerFor({ loginId }: Person): NotesListener {
    return {
      listed: (threads) => this.watch(() => this.threads.hears(threads, loginId)),
      acknowledged: (thread, sent) => this.watch(() => this.threads.isAcknowledged(thread, sent)),
    };
  }

  anchored(...given: Parameters<Watcher['anchored']>): void {
    this.threads.anchored(...given);
  }

  /** A decision is about the text as it is when it is committed, and as the chair saw it (SE9, SE10). */
  decided({ kind, seq, hash, callId }: DecisionEntity, revision: CommittedText | null): void {
    this.watch(() => {
      const { channel, epoch } = this.database.sectionOf(this.channel);
      const log = this.database.log(channel, epoch);
      const head = log.at(-1)?.seq ?? 0;
      demand(seq === head, `it was decided at ${seq}, where the log stands at ${head}`);
      demand(hash === contentHash(replay(log)), `the decision at ${seq} has the hash of another text`);
      if (kind === 'reopened') return;
      demand(revision?.seq === seq && revision.hash === hash, `the revision of the decision at ${seq} is another text`);
      const isSeen = this.seen.get(callId ?? '')?.some((seen) => seen.seq === seq && seen.hash === hash) === true;
      demand(isSeen, `what was agreed at ${seq} is not what the chair saw`);
      const { phase } = this.database.sectionOf(this.channel);
      demand(phase === 'agreed', `the section is in ${phase} when it is decided that it is agreed`);
    });
  }

  /** The ledger tells of a decision in one commit with it. */
  kept({ verb, object, payload }: LedgerEntry): void {
    if (!verb.startsWith('decision:')) return;
    this.watch(() => {
      const { decisions } = this.database.meeting;
      const decision = decisions.at(-1);
      if (decision === undefined) throw new PromiseBroken('the ledger tells of a decision that is not kept');
      const { id, seq, hash, revisionId } = decision;
      const isIt = id === object['decision'] && seq === payload['seq'] && hash === payload['hash'] && revisionId === payload['revision'];
      const told = this.database.ledger.filter((entry) => entry.verb.startsWith('decision:')).length;
      demand(isIt && told === decisions.length, 'the ledger tells of a decision otherwise than it is kept');
    });
  }

  /** Nothing is kept under a right that has ended (P4, R14). */
  rows(rows: readonly CommittedRow[]): void {
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
    for (const page of pages) {
      const { name, section, person } = page;
      const standing = this.database.isStanding(person);
      if (!standing && section.status === 'rejected') continue;
      const verdict = this.database.mayWrite(this.channel, person);
      const own = section.contentHash();
      const word = !standing ? 'rejected' : verdict.ok ? 'synced' : 'readonly';
      if (section.status !== word) return `${name} is ${section.status} and not ${word}`;
      if (own === null) return `${name} has something under way: ${JSON.stringify(section.statusDetails)}`;
      if (own.seq !== text.seq) return `${name} stands at ${own.seq}, the log at ${text.seq}`;
      if (own.hash !== text.hash) return `${name} has another text than the log at ${text.seq}`;
      const amiss = standing ? this.threads.unrest(page) : null;
      if (amiss !== null) return amiss;
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
    const standing = pages.filter(({ person }) => this.database.isStanding(person));
    this.threads.atRest(standing, (seqs, at) => replayTo(log, seqs, at), seq);
  }

  private shown(frame: unknown): void {
    if (!(frame instanceof Uint8Array)) return;
    const { channel, epoch, firstSeq, updates } = decodeApplied(frame);
    updates.forEach(({ lease, bytes }, index) => {
      const row = this.logOf(channel, epoch).find((each) => each.seq === firstSeq + index);
      demand(row !== undefined && row.lease === lease && isSame(row.body, bytes), `seq ${firstSeq + index} was shown and is not in the log`);
    });
  }

  private acknowledged(answer: unknown, request: unknown): void {
    const pushed = isCommitted(answer) ? pushedIn(request) : null;
    if (pushed === null) return;
    const { channel, epoch, lease, firstN, updates } = pushed;
    updates.forEach((bytes, index) => {
      const rows = this.logOf(channel, epoch).filter((row) => row.lease === lease && row.n === firstN + index);
      demand(rows.length === 1 && rows.every(({ body }) => isSame(body, bytes)), `update ${firstN + index} of ${lease} was acknowledged and is not in the log once`);
    });
  }

  private logOf(channel: number, epoch: number): readonly LogRow[] {
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

/** Shows the text at these seqs, in their order. */
function replayTo(log: readonly LogRow[], seqs: readonly number[], at: (seq: number, doc: Y.Doc) => void): void {
  const doc = newReplica({ gc: true });
  for (const { seq, body } of log) {
    Y.applyUpdate(doc, body);
    if (seqs.includes(seq)) at(seq, doc);
  }
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
