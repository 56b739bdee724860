import type { ProblemCode } from '@expert-forum/domain';

/**
 * Why an update is not taken, with the answer it gets (R17). `resync`: this copy of the text may lag behind the log or the
 * sender behind this copy; read the log to its head and judge again before answering. `rejected`: final, the text goes to
 * its author's tray.
 */
export const UPDATE_PROBLEMS = {
  'update-gap': 'resync',
  'update-origin-unknown': 'resync',
  'update-parent-unknown': 'resync',
  'update-delete-unknown': 'resync',
  'update-malformed': 'rejected',
  'update-too-large': 'rejected',
  'update-not-own': 'rejected',
  'update-clock-reused': 'rejected',
  'update-not-as-emitted': 'rejected',
  'schema-violated': 'rejected',
  'document-too-deep': 'rejected',
  'document-too-large': 'rejected',
  'run-too-long': 'rejected',
  'table-too-large': 'rejected',
  'parent-gone': 'rejected',
  'paragraph-id-changed': 'rejected',
  'paragraph-id-taken': 'rejected',
} as const satisfies Partial<Record<ProblemCode, 'resync' | 'rejected'>>;

export type UpdateProblem = keyof typeof UPDATE_PROBLEMS;

export interface Refusal {
  readonly ok: false;
  readonly kind: 'resync' | 'rejected';
  readonly problem: UpdateProblem;
  /** The refused update is already inside the judged document: rebuild it from committed bytes. */
  readonly tainted: boolean;
}

export interface Acceptance {
  readonly ok: true;
  /** A block lacks content because edits were valid only apart, or a new one has no id: append what `repairAfter` returns. */
  readonly needsRepair: boolean;
  /** The oldest schema that can show what it brought: the section's is raised to it in the transaction that stores it. */
  readonly schema: number;
}

export type Judgement = Acceptance | Refusal;

export const refusal = (problem: UpdateProblem, tainted = false): Refusal => ({
  ok: false,
  kind: UPDATE_PROBLEMS[problem],
  problem,
  tainted,
});
