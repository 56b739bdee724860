import type { NodeJson } from '@expert-forum/collab';
import { checkText, realRuntime, type SectionConnection, type TextHashes } from '@expert-forum/collab/client';
import type { TextComparison } from '@expert-forum/contracts';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { request } from '../../../shared/api/request.js';
import { hashInWorker } from './hash-in-worker.js';

async function compare(sectionId: string, { epoch, seq, document, editor }: TextHashes): Promise<TextComparison['verdict']> {
  const shown = new URLSearchParams({ epoch: String(epoch), seq: String(seq), document, ...(editor !== null && { editor }) });
  const { verdict } = await request<TextComparison>('GET', `/sections/${sectionId}/text-comparison?${shown}`);
  return verdict;
}

/** Null while the editor of the document that is here now has yet to be made. */
function shownBy(editor: Editor | null, { doc }: SectionConnection): NodeJson | null {
  if (editor === null || editor.isDestroyed || editor.storage.sharedText.body.doc !== doc) return null;
  const document: NodeJson = editor.state.doc.toJSON();
  return document;
}

/**
 * Compares what this screen shows with the server's text (R2); answers whether it was another one and was loaded again. It counts
 * over all editors of the section: each time the text is loaded there is a new one.
 */
export function useTextCheck(section: SectionConnection, sectionId: string, editor: Editor): boolean {
  const [wasDifferent, setDifferent] = useState(false);
  const current = useRef<Editor | null>(null);
  useEffect(() => {
    current.current = editor;
  }, [editor]);
  useEffect(
    () =>
      checkText({
        section,
        runtime: realRuntime,
        shown: () => shownBy(current.current, section),
        hash: hashInWorker,
        compare: (hashes) => compare(sectionId, hashes),
        onDifferent: () => setDifferent(true),
      }),
    [section, sectionId],
  );
  return wasDifferent;
}
