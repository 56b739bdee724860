import { mayPerform } from '../people/role-table.js';
import type { Actor } from '../people/role.js';

/** Whom a thread is for; more circles will come. */
export const VISIBILITIES = ['forum', 'centre'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How a thread was answered. */
export const DISPOSITIONS = ['accepted', 'modified', 'declined', 'noted'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The answer that closed a thread: never without its reason. */
export interface Resolution {
  readonly disposition: Disposition;
  readonly reason: string;
  readonly byMandateId: string;
  readonly at: Date;
}

export type ResolvedState = { readonly kind: 'resolved' } & Resolution;
export type ReopenedState = { readonly kind: 'reopened' };
export type ThreadState = { readonly kind: 'open' } | ResolvedState | ReopenedState;
export type ThreadStateKind = ThreadState['kind'];

/** A thread of the whole forum, or of one centre. */
export type Audience = { readonly visibility: 'forum' } | { readonly visibility: 'centre'; readonly centreId: string };

/** What the policies ask of a thread. */
export interface ThreadFacts {
  readonly audience: Audience;
  readonly state: ThreadStateKind;
  readonly openedBy: string;
  /** Its words are no longer in the text. */
  readonly isDetached: boolean;
  readonly commentCount: number;
  readonly isSectionRemoved: boolean;
  /** The actor's mandate is the rapporteur of the section, or of its chapter. */
  readonly isRapporteur: boolean;
}

/** What the policies ask of a comment. */
export interface CommentFacts {
  readonly mandateId: string;
  /** The centre its author speaks for. */
  readonly centreId: string | null;
  readonly isRemoved: boolean;
}

/** The centre whose own threads this actor reads and writes; null: none. */
export function caucusOf({ role, centreId }: Pick<Actor, 'role' | 'centreId'>): string | null {
  return mayPerform('read-caucus', role, { isOwn: true }).ok ? centreId : null;
}
