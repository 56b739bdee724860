import type { MandateTerm, Phase, Role } from '@expert-forum/domain';
import { judgeWriter, type WriterFacts } from '../../src/features/drafting/store/judge-request.js';
import { LiveSection } from '../../src/features/drafting/engine/live-section.js';
import type { LogRow, SectionHead, Standing, TextSnapshot, Writer, WriteRequest } from '../../src/features/drafting/store/drafting-store.js';
import { LockTable, type MemoryLock } from './lock-table.js';

export interface MemorySection {
  readonly id: string;
  readonly forumId: string;
  readonly channel: number;
  schema: number;
  epoch: number;
  phase: Phase;
  phaseChangedAt: Date;
  isRemoved: boolean;
  rapporteurMandateId: string | null;
  readonly drafters: Set<string>;
}

export interface MemoryMandate extends MandateTerm {
  readonly id: string;
  readonly memberId: string;
  readonly role: Role;
  readonly centreId: string | null;
  withdrawnAt: Date | null;
}

export interface MemoryLogin {
  readonly id: string;
  readonly memberId: string;
  isEnded: boolean;
}

export interface MemoryLease {
  readonly lease: number;
  /** null: the server's own. */
  readonly mandateId: string | null;
  holder: string | null;
  holderOrdinal: number;
}

/** A row that is being committed. */
export interface CommittedRow extends LogRow {
  readonly channel: number;
  readonly epoch: number;
}

const ROWS_A_STATE = 7;

/** What a commit would break in PostgreSQL: a key that is taken. */
export class KeyTaken extends Error {}

/** What several nodes share: the tables of drafting, and their locks. Everything in it is committed. */
export class MemoryDatabase {
  readonly sections = new Map<number, MemorySection>();
  readonly mandates = new Map<string, MemoryMandate>();
  readonly logins = new Map<string, MemoryLogin>();
  readonly suspended = new Set<string>();
  readonly locks = new LockTable();
  private readonly logs = new Map<string, LogRow[]>();
  private readonly leases = new Map<string, MemoryLease[]>();

  constructor(
    readonly now: () => Date,
    /** From 0 up to, not including, 1. */
    readonly random: () => number,
  ) {}

  /** A command: its locks for itself, and the change as its commit. */
  async command(locks: readonly Omit<MemoryLock, 'mode'>[], change: () => void): Promise<void> {
    const session = {};
    await this.locks.take(session, locks.map((lock) => ({ ...lock, mode: 'exclusive' })));
    change();
    this.locks.release(session);
  }

  sectionOf(channel: number): MemorySection {
    const section = this.sections.get(channel);
    if (section === undefined) throw new RangeError(`no section ${channel}`);
    return section;
  }

  log(channel: number, epoch: number): readonly LogRow[] {
    return this.logs.get(`${channel} ${epoch}`) ?? [];
  }

  /** A state of the text, as compaction leaves one now and then: of all but its last few rows. */
  snapshot(channel: number, epoch: number): TextSnapshot | null {
    const rows = this.log(channel, epoch);
    const kept = rows.slice(0, rows.length - (rows.length % ROWS_A_STATE));
    if (kept.length === 0) return null;
    const text = LiveSection.load({ channel, epoch }, { snapshot: null, rows: kept }, null);
    return { seq: text.seq, state: text.state(), lastNs: text.leaseEnds() };
  }

  headOf({ id, channel, epoch, schema, phase, phaseChangedAt }: MemorySection): SectionHead {
    return { id, channel, epoch, schema, phase, phaseChangedAt, seq: this.log(channel, epoch).at(-1)?.seq ?? 0 };
  }

  /** null: the section is not there. */
  standing({ channel, lease: number, writer }: WriteRequest): Standing | null {
    const section = this.sections.get(channel);
    if (section === undefined || section.isRemoved) return null;
    const held = this.lease(channel, section.epoch, number);
    const holdsLease = held?.mandateId === writer.mandateId && held.holder === writer.connectionId;
    const { seq, ...place } = this.headOf(section);
    const judged = { facts: this.facts(section, writer), phase: section.phase, holdsLease };
    return { head: { ...place, seq }, ...judged, stamp: JSON.stringify([place.epoch, place.schema, judged]) };
  }

  facts(section: MemorySection, { loginId, mandateId }: Pick<Writer, 'loginId' | 'mandateId'>): WriterFacts | null {
    const [login, mandate] = [this.logins.get(loginId), this.mandates.get(mandateId)];
    if (login === undefined || login.isEnded || mandate?.memberId !== login.memberId || this.suspended.has(login.memberId)) return null;
    return { ...mandate, isDrafter: section.drafters.has(mandateId), isRapporteur: section.rapporteurMandateId === mandateId };
  }

  /** Is anybody still let in as this person? */
  isStanding({ loginId, mandateId }: Pick<Writer, 'loginId' | 'mandateId'>): boolean {
    return this.logins.get(loginId)?.isEnded === false && this.mandates.get(mandateId)?.withdrawnAt === null;
  }

  mayWrite(channel: number, writer: Pick<Writer, 'loginId' | 'mandateId'>): ReturnType<typeof judgeWriter> {
    const section = this.sectionOf(channel);
    return judgeWriter(this.facts(section, writer), section.phase, this.now());
  }

  lease(channel: number, epoch: number, lease: number): MemoryLease | undefined {
    return this.leases.get(`${channel} ${epoch}`)?.find((each) => each.lease === lease);
  }

  grantLease(channel: number, epoch: number, owner: Omit<MemoryLease, 'lease'>): number {
    const granted = this.leases.get(`${channel} ${epoch}`) ?? [];
    this.leases.set(`${channel} ${epoch}`, granted);
    const lease = 1 + Math.floor(this.random() * 0xffff_fffe);
    if (granted.some((each) => each.lease === lease)) return this.grantLease(channel, epoch, owner);
    granted.push({ ...owner, lease });
    return lease;
  }

  lastN(channel: number, epoch: number, lease: number): number {
    return Math.max(0, ...this.log(channel, epoch).filter((row) => row.lease === lease).map(({ n }) => n));
  }

  /** All rows or none. @throws KeyTaken */
  append(rows: readonly CommittedRow[]): void {
    const keys = new Set<string>();
    for (const { channel, epoch, seq, lease, n } of rows) {
      const log = this.log(channel, epoch);
      const taken = [`seq ${channel} ${epoch} ${seq}`, `n ${channel} ${epoch} ${lease} ${n}`].some((key) => keys.size === keys.add(key).size);
      if (taken || log.some((row) => row.seq === seq || (row.lease === lease && row.n === n))) throw new KeyTaken(`seq ${seq}, lease ${lease}, n ${n}`);
    }
    for (const { channel, epoch, ...row } of rows) {
      const kept = { ...row, body: row.body.slice() };
      this.logs.set(`${channel} ${epoch}`, [...this.log(channel, epoch), kept].sort((a, b) => a.seq - b.seq));
    }
  }

  /** The text moves into a new epoch, the leases stay behind (R19). */
  renewEpoch(channel: number): void {
    const section = this.sectionOf(channel);
    this.logs.set(`${channel} ${section.epoch + 1}`, [...this.log(channel, section.epoch)]);
    this.logs.delete(`${channel} ${section.epoch}`);
    section.epoch += 1;
  }
}
