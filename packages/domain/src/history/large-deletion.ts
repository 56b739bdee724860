import { LIMITS } from '../limits/limits.js';
import type { RevisionKind } from './revision-kind.js';

/** Is so little left of a text that those who answer for it should hear of it? Both in characters. */
export function isLargeDeletion(before: number, after: number): boolean {
  const { left, characters } = LIMITS.largeDeletion;
  return before - after >= characters && after < left * before;
}

interface Kept {
  readonly kind: RevisionKind;
  /** ISO 8601. */
  readonly createdAt: string;
}

/**
 * The text before the latest large deletion, as long as it is to be offered: for a day, and until something was brought back.
 *
 * @param revisions newest first
 */
export function offeredDeletion<R extends Kept>(revisions: readonly R[], now: Date): R | null {
  const latest = revisions.find(({ kind }) => kind === 'deletion' || kind === 'restore');
  const isOffered = latest?.kind === 'deletion' && now.getTime() - Date.parse(latest.createdAt) < LIMITS.largeDeletion.offered;
  return isOffered ? latest : null;
}
