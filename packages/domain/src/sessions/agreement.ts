import { transition, type Phase, type PhaseFacts } from '../outline/phase.js';
import { ALLOWED, refused, type Verdict } from '../verdict.js';
import type { ItemState } from './agenda-item.js';
import { callOutcome, secondsUntil, type ObjectionCall } from './objection-call.js';
import type { SessionState } from './session.js';

export const DECISION_KINDS = ['agreed', 'agreed_ad_referendum', 'reopened'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A text at one moment: how far its log had come, and what it said. */
export interface TextState {
  readonly seq: number;
  readonly hash: string;
}

/** What is on the table of a session. */
export interface TableFacts {
  readonly session: SessionState;
  readonly item: ItemState;
  /** The item holds the section. */
  readonly hasSection: boolean;
  readonly section: PhaseFacts;
}

export interface AgreementFacts extends TableFacts {
  /** The newest call on the section since the item was put on the table, with the text that was asked about. */
  readonly call: (ObjectionCall & { readonly hash: string }) | null;
  readonly at: Date;
  /** The text that the moderator sees, and the one that is there. */
  readonly seen: TextState;
  readonly head: TextState;
}

/** May the section be settled here: an open session, its item on the table, and a way to agreed? */
export function isOnTable({ session, item, hasSection, section }: TableFacts): Verdict {
  if (session !== 'open') return refused('session-state-unfit', { state: session, act: 'decide' });
  if (item !== 'active') return refused('item-state-unfit', { state: item, to: 'decided' });
  if (!hasSection) return refused('item-without-section');
  const way = transition(section, 'agreed', 'decision');
  return way.ok ? ALLOWED : way;
}

/**
 * May it be recorded that this text is agreed? A call has to have run its time on these very words without an objection, and
 * they have to be the words that the moderator sees.
 */
export function mayRecordAgreement(facts: AgreementFacts): Verdict {
  const verdict = isOnTable(facts);
  if (!verdict.ok) return verdict;
  const { call, at, seen, head } = facts;
  if (call === null) return refused('call-missing');
  const outcome = callOutcome(call, at);
  if (outcome === 'running') return refused('call-running', { seconds: secondsUntil(call.closesAt, at) });
  if (outcome === 'stopped') return refused('call-objected');
  const isUnmoved = head.hash === call.hash && head.hash === seen.hash && head.seq === seen.seq;
  return isUnmoved ? ALLOWED : refused('text-moved', { seq: head.seq });
}

export interface CorrectionFacts {
  readonly session: SessionState;
  /** Of the decision that was a mistake. */
  readonly kind: DecisionKind;
  /** Nothing was decided about the section since. */
  readonly isLatest: boolean;
  readonly section: PhaseFacts;
}

/** Where a correction can lead. */
export const REOPENED_PHASES = ['drafting', 'negotiation'] as const satisfies readonly Phase[];
export type ReopenedPhase = (typeof REOPENED_PHASES)[number];

/** A mistaken decision is never undone: a further one reopens what it closed. */
export function mayReopen({ session, kind, isLatest, section }: CorrectionFacts, to: ReopenedPhase): Verdict {
  if (session !== 'open') return refused('session-state-unfit', { state: session, act: 'correct' });
  const isSettled = section.phase === 'agreed' || section.phase === 'published';
  if (kind === 'reopened' || !isLatest || !isSettled) return refused('decision-unfit');
  const way = transition(section, to, 'decision');
  return way.ok ? ALLOWED : way;
}
