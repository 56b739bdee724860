import type { RevisionSummary } from '@expert-forum/contracts';

/** A state of the text that can be shown: a revision, or the text as it stands. */
export type TextState = { readonly id: 'now'; readonly revision: null } | { readonly id: string; readonly revision: RevisionSummary };

const NOW: TextState = { id: 'now', revision: null };

/** Oldest first, the present last. @param revisions newest first */
export const statesOf = (revisions: readonly RevisionSummary[]): TextState[] => [...[...revisions].reverse().map((revision) => ({ id: revision.id, revision })), NOW];

export interface ComparedStates {
  readonly from: TextState;
  readonly to: TextState;
}

/** What is compared: what was asked for, as far as it is there; else the present, and whatever was before. */
export function comparedStates(states: readonly TextState[], { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): ComparedStates {
  const later = states.find(({ id }) => id === to) ?? states.at(-1) ?? NOW;
  const before = states[Math.max(states.indexOf(later) - 1, 0)] ?? NOW;
  return { from: states.find(({ id }) => id === from) ?? before, to: later };
}
