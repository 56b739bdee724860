import { ProblemException } from '../../../platform/errors/problem-error.js';
import type { PushOutcome } from './push.js';

/** The answer to a push that was not stored: which update on, and whether the same bytes may come again. */
export class PushRefused extends ProblemException {
  constructor({ problem, params, kind, n }: Exclude<PushOutcome, { kind: 'committed' }>) {
    super(problem, { ...(params && { params }), refusal: { kind, n } });
  }
}
