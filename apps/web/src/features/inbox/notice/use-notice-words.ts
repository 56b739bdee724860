import type { NoticeView } from '@expert-forum/contracts';
import { useCallback } from 'react';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { who } from '../../../shared/ui/who.js';

/** What a notice says, in one sentence. */
export function useNoticeWords(): (notice: NoticeView) => string {
  const text = useText();
  return useCallback((notice) => wordsOf(notice, text), [text]);
}

function wordsOf({ kind, thread, phase, decision }: NoticeView, text: Text): string {
  const by = thread?.by ?? null;
  const person = by === null ? null : { name: by.memberName, who: who(text, by) };
  switch (kind) {
    case 'mentioned':
    case 'replied':
      return text(`notice.${kind}`, person ?? { name: '–', who: '–' });
    case 'thread_resolved':
      // What was reopened since has no answer any more.
      return person === null || thread?.disposition == null
        ? text('notice.was_resolved')
        : text('notice.thread_resolved', { ...person, disposition: text(`disposition.${thread.disposition}`) });
    case 'phase_changed':
      return text('notice.phase_changed', { phase: phase === null ? '–' : text(`phase.${phase}`) });
    case 'decided':
      return text('notice.decided', { kind: decision === null ? '–' : text(`session.kind.${decision}`) });
    case 'thread_reopened':
    case 'drafter_named':
    case 'rapporteur_named':
    case 'session_planned':
    case 'session_changed':
    case 'session_opened':
      return text(`notice.${kind}`);
  }
}
