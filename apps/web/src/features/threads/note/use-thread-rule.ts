import type { Verdict } from '@expert-forum/domain';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useLiveLine } from '../../../shared/socket/live-line.js';

/** What stops an act on a thread, in words: a rule or, while nobody answers, that what is shown is a copy (TH20). */
export function useThreadRule(): (verdict: Verdict) => string | undefined {
  const text = useText();
  const rule = useRuleText();
  const isCut = useLiveLine().kind === 'cut';
  return (verdict) => rule(verdict) ?? (isCut ? text('thread.cut') : undefined);
}
