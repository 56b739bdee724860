import { decided, refused, type Decision } from '../verdict.js';

export const PHASES = [
  'outline',
  'drafting',
  'consultation',
  'negotiation',
  'silence',
  'agreed',
  'published',
  'parked',
] as const;
export type Phase = (typeof PHASES)[number];

/** The words people see; derived, never stored. */
export const STATUSES = ['open', 'in_brackets', 'under_silence', 'agreed_ad_referendum', 'agreed', 'published'] as const;
export type Status = (typeof STATUSES)[number];

export interface PhaseFacts {
  readonly phase: Phase;
  readonly openBrackets: number;
  readonly blockingPositions: number;
}

/** `act`: a moderator's own; `decision`: recorded in a session or by a procedure. */
type Means = 'act' | 'decision';

const EDGES: Readonly<Record<Phase, Partial<Record<Phase, Means>>>> = {
  outline: { drafting: 'act', parked: 'act' },
  drafting: { consultation: 'act', agreed: 'decision', parked: 'act' },
  consultation: { drafting: 'act', negotiation: 'act', agreed: 'decision', parked: 'act' },
  negotiation: { silence: 'act', agreed: 'decision', parked: 'act' },
  silence: { negotiation: 'act', agreed: 'decision' },
  agreed: { published: 'decision', negotiation: 'decision', drafting: 'decision' },
  published: { negotiation: 'decision', drafting: 'decision' },
  parked: { outline: 'act', drafting: 'act' },
};

/** May the section go there, by these means? The first guard that fails is named. */
export function transition(facts: PhaseFacts, to: Phase, means: Means): Decision<Phase> {
  const edge = EDGES[facts.phase][to];
  if (edge === undefined) return refused('transition-unknown', { from: facts.phase, to });
  if (edge === 'decision' && means === 'act') return refused('transition-needs-decision', { from: facts.phase, to });
  const needsClean = to === 'silence' || to === 'agreed';
  if (needsClean && facts.openBrackets > 0) return refused('transition-open-brackets', { count: facts.openBrackets });
  if (to === 'silence' && facts.blockingPositions > 0) {
    return refused('transition-blocked-by-position', { count: facts.blockingPositions });
  }
  return decided(to);
}

/** Where a moderator's own act can lead from here, guards aside: what a screen offers. */
export const phasesByAct = (from: Phase): Phase[] => PHASES.filter((to) => EDGES[from][to] === 'act');

export interface StatusFacts {
  readonly phase: Phase;
  readonly isAdReferendum: boolean;
  readonly openBrackets: number;
}

export function statusOf({ phase, isAdReferendum, openBrackets }: StatusFacts): Status {
  switch (phase) {
    case 'published':
      return 'published';
    case 'agreed':
      return isAdReferendum ? 'agreed_ad_referendum' : 'agreed';
    case 'silence':
      return 'under_silence';
    case 'negotiation':
      return 'in_brackets';
    case 'outline':
    case 'drafting':
    case 'consultation':
    case 'parked':
      return openBrackets > 0 ? 'in_brackets' : 'open';
  }
}
