import type { Phase } from '@expert-forum/domain';

/** How the statuses of the file are told in phases; a word that is not here stops the loading. */
const PHASE_WORDS: Readonly<Record<string, { readonly phase: Phase; readonly isAdReferendum: boolean }>> = {
  open: { phase: 'drafting', isAdReferendum: false },
  in_brackets: { phase: 'negotiation', isAdReferendum: false },
  under_silence: { phase: 'silence', isAdReferendum: false },
  agreed_ad_ref: { phase: 'agreed', isAdReferendum: true },
  agreed: { phase: 'agreed', isAdReferendum: false },
};

export function phaseOf(word: string): { phase: Phase; isAdReferendum: boolean } {
  const phase = PHASE_WORDS[word];
  if (phase === undefined) throw new Error(`demonstration: unknown status ${word}`);
  return phase;
}
