import type { Verdict } from '@expert-forum/domain';
import { useCallback } from 'react';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';

/** The rule that stops an act on the outline, in words; undefined where none does. */
export function useRule(): (verdict: Verdict) => string | undefined {
  const text = useText();
  const rule = useRuleText();
  return useCallback(
    (verdict) => (!verdict.ok && verdict.problem === 'not-allowed' ? text('outline.rule') : rule(verdict)),
    [text, rule],
  );
}
