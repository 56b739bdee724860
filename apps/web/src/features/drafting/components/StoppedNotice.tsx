import type { SectionConnection } from '@expert-forum/collab/client';
import type { ReactNode } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useSectionFact } from '../connection/section-facts.js';

interface Props {
  readonly section: SectionConnection;
  /** The way back for somebody whose login has ended. */
  readonly signIn: ReactNode;
}

/** Loading the page again changes nothing about these. */
const LASTING: ReadonlySet<string> = new Set(['mandate-not-held', 'mandate-required', 'not-allowed', 'not-found', 'section-removed']);

/** Why the forum gives this page no section any more, and what to do about it. Text on the device stays. */
export function StoppedNotice({ section, signIn }: Props) {
  const text = useText();
  const codeText = useCodeText();
  const code = useSectionFact(section, (status) => (status.word === 'rejected' ? status.problem.code : null));
  if (code === null) return null;
  return (
    <Notice kind="fault">
      <span>{codeText(code)}</span>
      {code === 'login-required' && signIn}
      {code !== 'login-required' && !LASTING.has(code) && <Button onPress={() => location.reload()}>{text('app.reload')}</Button>}
    </Notice>
  );
}
