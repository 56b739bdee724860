import type { Phase } from '../outline/phase.js';

/** Why a section is not part of a publication. */
export const LEFT_OUT_REASONS = ['not-agreed', 'ad-referendum', 'in-brackets', 'by-choice'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface SelectionFacts {
  readonly phase: Phase;
  readonly isAdReferendum: boolean;
  readonly openBrackets: number;
  /** The moderator keeps it back. */
  readonly isKeptBack: boolean;
}

/** null: the section is part of the publication. Nothing that is not agreed ever is. */
export function leftOutReason({ phase, isAdReferendum, openBrackets, isKeptBack }: SelectionFacts): LeftOutReason | null {
  if (phase !== 'agreed' && phase !== 'published') return 'not-agreed';
  if (isAdReferendum) return 'ad-referendum';
  if (openBrackets > 0) return 'in-brackets';
  return isKeptBack ? 'by-choice' : null;
}
