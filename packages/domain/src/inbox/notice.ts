import type { Actor } from '../people/role.js';
import { mayPerform } from '../people/role-table.js';
import { caucusOf, type Audience } from '../threads/thread.js';

/** What somebody can be told of. */
export const NOTICE_KINDS = [
  'mentioned',
  'replied',
  'thread_resolved',
  'thread_reopened',
  'drafter_named',
  'rapporteur_named',
  'phase_changed',
  'decided',
  'session_planned',
  'session_changed',
  'session_opened',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds of which somebody waits for a word. */
export const ASKING_KINDS = ['mentioned', 'replied'] as const satisfies readonly NoticeKind[];

/** An act, with what decides who is told of it. */
export type NoticedAct =
  | {
      readonly kind: 'commented';
      readonly audience: Audience;
      /** Members. */
      readonly mentioned: readonly string[];
      /** Mandates that opened the thread or wrote in it before; none where a comment was only reworded. */
      readonly participants: readonly string[];
    }
  | { readonly kind: 'thread_resolved' | 'thread_reopened'; readonly audience: Audience; readonly openedBy: string }
  | { readonly kind: 'drafter_named' | 'rapporteur_named'; readonly mandateId: string }
  /** `own`: the section’s drafters and its rapporteur. */
  | { readonly kind: 'phase_changed' | 'decided'; readonly own: readonly string[] }
  | { readonly kind: 'session_planned' | 'session_changed' | 'session_opened' };

/** Whom a notice is for. */
export interface Addressed {
  readonly mandateId: string;
  readonly kind: NoticeKind;
}

/**
 * Who is told of an act, and as what: at most once each, never whoever did it, and nobody of what they may not read.
 * @param byMemberId null: the installation itself
 * @param standing mandates in force of members who are let in
 */
export function noticesOf(act: NoticedAct, byMemberId: string | null, standing: readonly Actor[]): Addressed[] {
  return standing
    .filter(({ memberId }) => memberId !== byMemberId)
    .flatMap((actor) => {
      const kind = kindFor(act, actor);
      return kind === null ? [] : [{ mandateId: actor.mandateId, kind }];
    });
}

function kindFor(act: NoticedAct, actor: Actor): NoticeKind | null {
  switch (act.kind) {
    case 'commented':
      if (!isFor(act.audience, actor)) return null;
      if (act.mentioned.includes(actor.memberId)) return 'mentioned';
      return act.participants.includes(actor.mandateId) ? 'replied' : null;
    case 'thread_resolved':
    case 'thread_reopened':
      return act.openedBy === actor.mandateId && isFor(act.audience, actor) ? act.kind : null;
    case 'drafter_named':
    case 'rapporteur_named':
      return act.mandateId === actor.mandateId ? act.kind : null;
    case 'phase_changed':
    case 'decided':
      return act.own.includes(actor.mandateId) ? act.kind : null;
    case 'session_planned':
    case 'session_changed':
    case 'session_opened':
      return takesPart(actor) ? act.kind : null;
  }
}

const isFor = (audience: Audience, actor: Actor): boolean =>
  audience.visibility === 'centre' ? audience.centreId === caucusOf(actor) : mayPerform('read-forum', actor.role, { isOwn: true }).ok;

/** In a session: whoever speaks there or may run it. */
const takesPart = ({ role }: Actor): boolean =>
  mayPerform('ask-for-floor', role, { isOwn: false }).ok || mayPerform('run-session', role, { isOwn: false }).ok;

/** What a notice is about; of one matter at most one notice is unread, the newest. A comment is a matter of its own. */
export type Matter = 'comment' | 'thread' | 'role' | 'state' | 'session';

const MATTERS: Readonly<Record<NoticeKind, Matter>> = {
  mentioned: 'comment',
  replied: 'comment',
  thread_resolved: 'thread',
  thread_reopened: 'thread',
  drafter_named: 'role',
  rapporteur_named: 'role',
  phase_changed: 'state',
  decided: 'state',
  session_planned: 'session',
  session_changed: 'session',
  session_opened: 'session',
};

/** Kinds whose unread notices about the same thing give way to a new one of this kind. */
export function supersededBy(kind: NoticeKind): readonly NoticeKind[] {
  const matter = MATTERS[kind];
  return matter === 'comment' ? [] : NOTICE_KINDS.filter((each) => MATTERS[each] === matter);
}
