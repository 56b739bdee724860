import type { WriterView } from '@expert-forum/contracts';
import { useCallback } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { who } from '../../../shared/ui/who.js';

/** The sign of a writer beside the words, and the name in full. */
export function useWriterName(): (writer: WriterView | null) => { readonly code: string; readonly full: string } {
  const text = useText();
  return useCallback(
    (writer) => {
      if (writer === null) return { code: text('history.forum'), full: text('history.forum.full') };
      const code = who(text, writer);
      return { code, full: `${code} · ${writer.memberName}` };
    },
    [text],
  );
}
