import type { Anchor } from '@expert-forum/collab';
import type { Phase } from '@expert-forum/domain';
import type { AgendaItemEntity } from '../../../src/features/sessions/agenda-item.entity.js';
import type { DecisionEntity } from '../../../src/features/sessions/decision.entity.js';
import type { ObjectionCallEntity } from '../../../src/features/sessions/objection-call.entity.js';
import type { SessionEntity } from '../../../src/features/sessions/session.entity.js';
import type { CommittedText } from '../../../src/features/drafting/store/committed-texts.js';
import type { ThreadEntity } from '../../../src/features/threads/thread.entity.js';
import type { LedgerEntry } from '../../../src/platform/ledger/ledger-entry.js';
import { MemoryDatabase, type CommittedRow, type MemorySection } from '../../store/memory-database.js';

export interface MemoryComment {
  readonly id: string;
  readonly mandateId: string;
  readonly key: string;
  readonly body: string;
  readonly createdAt: Date;
}

export type MemoryThread = ThreadEntity & { readonly comments: readonly MemoryComment[] };

/** One session, its item on the table, and what was asked and decided about the section. */
export interface MemoryMeeting {
  session: SessionEntity;
  item: AgendaItemEntity;
  readonly calls: ObjectionCallEntity[];
  readonly decisions: DecisionEntity[];
  readonly revisions: Map<string, CommittedText>;
}

/** Somebody who is told what was committed, the moment it was. */
export interface Watcher {
  rows(rows: readonly CommittedRow[]): void;
  /** A thread was given its words. */
  anchored(threadId: string, anchor: Anchor, seq: number): void;
  decided(decision: DecisionEntity, revision: CommittedText | null): void;
  /** A command, with everything that it changed. */
  kept(entry: LedgerEntry): void;
}

/** What the nodes of a run share. */
export class SimulatedDatabase extends MemoryDatabase {
  readonly threads = new Map<string, MemoryThread>();
  readonly meeting: MemoryMeeting = { ...beginning(), calls: [], decisions: [], revisions: new Map() };
  readonly ledger: LedgerEntry[] = [];
  watcher: Watcher | null = null;

  override append(rows: readonly CommittedRow[]): void {
    super.append(rows);
    this.watcher?.rows(rows);
  }

  /** A row of the ledger, in one commit with what it tells of. */
  keep(entry: LedgerEntry): void {
    this.ledger.push(entry);
    this.watcher?.kept(entry);
  }

  sectionWith(id: string): MemorySection {
    const section = [...this.sections.values()].find((each) => each.id === id);
    if (section === undefined) throw new RangeError(`no section ${id}`);
    return section;
  }

  changeThread(id: string, change: (thread: MemoryThread) => Partial<MemoryThread>): void {
    const thread = this.threads.get(id);
    if (thread !== undefined) this.threads.set(id, { ...thread, ...change(thread) });
  }

  setPhase(section: MemorySection, phase: Phase): void {
    Object.assign(section, { phase, phaseChangedAt: this.now() });
  }
}

function beginning(): Pick<MemoryMeeting, 'session' | 'item'> {
  const [forumId, title, at] = ['forum', { en: 'Reading' }, new Date(0)];
  const session = { id: 'session', forumId, title, place: null, startsAt: at, endsAt: at, state: 'open', chairMandateId: '', openedAt: at, closedAt: null } as const;
  const item = { id: 'item', sessionId: 'session', position: 1, title, minutes: 30, state: 'active', activatedAt: at, outcome: null } as const;
  return { session: { ...session }, item: { ...item } };
}
