import type { Phase, ProblemCode } from '@expert-forum/domain';
import type { Connection } from './connection.js';
import type { ClientProblem } from './forum-problem.js';
import type { SectionLife } from './section-life.js';
import type { SectionText } from './section-text.js';
import type { Standing } from './section-wire.js';

export type StatusWord = SectionStatus['word'];

interface Common {
  /** When the server last confirmed that it has this device's text, in ms since 1970; null before that. */
  readonly receivedAt: number | null;
  /** Updates on this device that no server has acknowledged. */
  readonly unsent: number;
  /** In ms since 1970. */
  readonly oldestUnsentAt: number | null;
  /** Whether an editor may let its member type now. */
  readonly isEditable: boolean;
  /** Whether there is a text to show: the server's, or the last one this device saw. */
  readonly hasText: boolean;
}

/** Everything the status line of truth says about a section. */
export type SectionStatus = Common &
  (
    | { readonly word: 'connecting' }
    | { readonly word: 'synced' }
    | { readonly word: 'offline'; readonly since: number }
    /** `problem` is the code that says why; `since` is when the phase changed, for "Frozen by the moderator 15:40". */
    | { readonly word: 'readonly'; readonly problem: ProblemCode; readonly phase: Phase; readonly since: number }
    | { readonly word: 'rejected'; readonly problem: ClientProblem }
  );

export interface StatusFacts {
  readonly life: SectionLife;
  readonly standing: Standing | null;
  readonly text: Pick<SectionText, 'receivedAt' | 'outbox' | 'lease' | 'epoch'>;
  readonly connection: Pick<Connection, 'cutSince'>;
}

export function statusOf({ life, standing, text, connection }: StatusFacts): SectionStatus {
  const isWorking = life.kind === 'live' || life.kind === 'waiting' || life.kind === 'joining';
  const common: Common = {
    receivedAt: text.receivedAt,
    unsent: text.outbox.size,
    oldestUnsentAt: text.outbox.oldestAt,
    isEditable: isWorking && text.lease !== null && standing?.mayWrite.ok !== false,
    hasText: text.epoch !== null,
  };
  if (life.kind === 'refused') return { ...common, word: 'rejected', problem: life.problem };
  if (life.kind !== 'live') {
    const { cutSince } = connection;
    return cutSince === null ? { ...common, word: 'connecting' } : { ...common, word: 'offline', since: cutSince };
  }
  if (standing === null || standing.mayWrite.ok) return { ...common, word: 'synced' };
  return { ...common, word: 'readonly', problem: standing.mayWrite.problem, phase: standing.phase, since: standing.phaseChangedAt };
}
