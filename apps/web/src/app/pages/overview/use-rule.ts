import type { Verdict } from '@expert-forum/domain';
import { useCallback } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';

/** The rule that stops an act on the outline, in words; undefined where none does. */
export function useRule(): (verdict: Verdict) => string | undefined {
  const text = useText();
  const codeText = useCodeText();
  return useCallback(
    (verdict) => {
      if (verdict.ok) return undefined;
      return verdict.problem === 'not-allowed' ? text('outline.rule') : codeText(verdict.problem);
    },
    [text, codeText],
  );
}
