/** Why a revision was kept. */
export const REVISION_KINDS = ['decision', 'publication', 'phase', 'named', 'quiet', 'restore', 'deletion'] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/**
 * What work left behind in passing: whoever reads the forum does not read these, for they hold words that their author may have
 * thought better of a moment later (R8).
 */
const IN_PASSING: readonly RevisionKind[] = ['quiet', 'restore', 'deletion'];

export const isOfHistory = (kind: RevisionKind): boolean => IN_PASSING.includes(kind);
