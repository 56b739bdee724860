import type { Verdict } from '@expert-forum/domain';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { type Text, useText } from '../i18n/use-text.js';
import type { MessageKey } from '../i18n/catalogues.js';
import { ProblemError, Unreachable } from './problem-error.js';

/** The sentence for a problem code, in the reader's language. */
export function useCodeText(): (code: string, instance?: string) => string {
  const text = useText();
  const { messages } = useIntl();
  return useCallback(
    (code, instance = '–') => {
      const key = `problem.${code}`;
      return isMessageKey(key, messages) ? text(key, { instance, code }) : text('problem.unknown', { code });
    },
    [messages, text],
  );
}

/** The rule that stops an act, in words; undefined where none does. */
export function useRuleText(): (verdict: Verdict) => string | undefined {
  const codeText = useCodeText();
  return useCallback((verdict) => (verdict.ok ? undefined : codeText(verdict.problem)), [codeText]);
}

/** The sentence for whatever a request or command failed with. */
export function useProblemText(): (error: unknown) => string {
  const text = useText();
  const codeText = useCodeText();
  return useCallback(
    (error) => {
      if (error instanceof ProblemError) return codeText(error.problem.code, error.problem.instance?.slice(-8));
      if (error instanceof Unreachable) return text('problem.unreachable');
      throw error;
    },
    [codeText, text],
  );
}

const isMessageKey = (key: string, messages: object): key is MessageKey => key in messages;

/** Sentences at the fields of a form, by the name of the field. */
export function fieldTexts(error: unknown, text: Text): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  const faults = error.problem.errors ?? [];
  return Object.fromEntries(
    faults.map(({ pointer, limit }) => [pointer.slice(1), limit === undefined ? text('form.invalid') : text('form.tooLong', { limit })]),
  );
}
