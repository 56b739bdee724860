import type { DraftingStore, Writer } from '../../src/features/drafting/store/drafting-store.js';
import type { CommitFate } from './memory-drafting-store.js';

export interface Place {
  readonly id: string;
  readonly forumId: string;
  readonly channel: number;
}

export type Person = Pick<Writer, 'loginId' | 'mandateId'>;

/** What may happen to somebody's right to type while they type. */
export type Act = 'freeze' | 'reopen' | 'remove section' | 'remove drafter' | 'name drafter' | 'withdraw' | 'sign out' | 'renew epoch';

/** An act that has its lock and is not committed yet. */
export interface BegunAct {
  /** Resolves when somebody waits for a lock. */
  untilSomebodyWaits(): Promise<void>;
  commit(): Promise<void>;
}

/** A database with sections and people, and the nodes that use it. */
export interface ContractWorld {
  /** A node of its own; what becomes of its commits can be said. */
  node(fate?: Exclude<CommitFate, 'late'>): Promise<DraftingStore>;
  /** A section in drafting, its log empty. */
  section(): Promise<Place>;
  /** Somebody signed in who is named a drafter there. */
  drafter(place: Place): Promise<Person>;
  begin(act: Act, place: Place, person: Person): Promise<BegunAct>;
  stop(): Promise<void>;
}
