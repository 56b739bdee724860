import { checkText, realRuntime, type SectionConnection, type TextHashes } from '@expert-forum/collab';
import type { TextComparison } from '@expert-forum/contracts';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { request } from '../../../shared/api/request.js';
import { hashInWorker } from './hash-in-worker.js';

async function compare(sectionId: string, { epoch, seq, document, editor }: TextHashes): Promise<TextComparison['verdict']> {
  const shown = new URLSearchParams({ epoch: String(epoch), seq: String(seq), document, ...(editor !== null && { editor }) });
  const { verdict } = await request<TextComparison>('GET', `/sections/${sectionId}/text-comparison?${shown}`);
  return verdict;
}

/** Compares what this screen shows with the server's text (R2); answers whether it was another one and was loaded again. */
export function useTextCheck(section: SectionConnection, sectionId: string, editor: Editor): boolean {
  const [wasDifferent, setDifferent] = useState(false);
  useEffect(
    () =>
      checkText({
        section,
        runtime: realRuntime,
        shown: () => (editor.isDestroyed ? null : editor.state.doc.toJSON()),
        hash: hashInWorker,
        compare: (hashes) => compare(sectionId, hashes),
        onDifferent: () => setDifferent(true),
      }),
    [section, sectionId, editor],
  );
  return wasDifferent;
}
