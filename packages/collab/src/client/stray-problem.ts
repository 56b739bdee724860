import { localProblem, type ClientProblem } from './forum-problem.js';
import type { OutOfTurn } from './section-document.js';
import type { SectionLife } from './section-life.js';
import type { Standing } from './section-wire.js';

export interface StrayFacts {
  readonly life: SectionLife;
  readonly standing: Standing | null;
  /** Whether anybody could ever type on this page. */
  readonly wasEditable: boolean;
  /** What the server refused last. */
  readonly lastRefusal: ClientProblem | null;
}

export const leaseProblem = localProblem('lease-unknown');

/**
 * Why words that were typed out of turn stay in the tray. An editor hears a moment later than this page that nothing may be
 * typed any more. Null for what no person has typed: an editor's answer to others, and its own changes before anybody may type.
 */
export function strayProblem(reason: OutOfTurn, { life, standing, wasEditable, lastRefusal }: StrayFacts): ClientProblem | null {
  if (reason === 'answer-to-received') return null;
  if (standing?.mayWrite.ok === false) return localProblem(standing.mayWrite.problem);
  if (!wasEditable) return null;
  return life.kind === 'refused' ? life.problem : (lastRefusal ?? leaseProblem);
}
