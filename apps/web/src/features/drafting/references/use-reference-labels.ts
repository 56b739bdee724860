import type { SectionView } from '@expert-forum/contracts';
import { useQueries } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { keyOf, type Reference, referencesIn, showReferences } from '../editor/reference-labels.js';
import { labelOf } from './label-of.js';
import { sectionTextQuery } from './section-text-query.js';
import { ownParagraphs, type TargetParagraph, targetParagraphs } from './target-paragraphs.js';

/** What the references of a text need to know of the document it belongs to. */
export interface ReferenceTargets {
  /** The section that is shown. */
  readonly sectionId: string;
  /** Those of the document, in order; empty until they are known. */
  readonly sections: readonly SectionView[];
  readonly onPressed: (reference: Reference) => void;
}

/** Keeps the numbers in the references of a text right: those of its own paragraphs with every key, those of others within a minute. */
export function useReferenceLabels(editor: Editor, { sectionId, sections, onPressed }: ReferenceTargets): void {
  const text = useText();
  const { references, own } = useEditorState({ editor, selector: ({ editor: { state } }) => factsOf(state.doc, sectionId) });
  const foreign = [...new Set(references.map(({ section }) => section))].filter((id) => id !== sectionId);
  const answers = useQueries({ queries: foreign.map(sectionTextQuery) });
  const texts = new Map<string, readonly TargetParagraph[]>([[sectionId, own]]);
  foreign.forEach((id, index) => {
    const document = answers[index]?.data?.document;
    if (document !== undefined) texts.set(id, targetParagraphs(document));
  });
  const isKnown = sections.length > 0;
  const labels = isKnown ? references.map((reference) => [keyOf(reference), labelOf(reference, sections, texts.get(reference.section), text)] as const) : [];
  const shown = JSON.stringify(labels);
  useEffect(() => {
    if (!editor.isDestroyed) showReferences(editor, { labels: new Map(JSON.parse(shown)), onPressed });
  }, [editor, shown, onPressed]);
}

/** Of its own paragraphs only those that are referred to. */
function factsOf(doc: Parameters<typeof referencesIn>[0], sectionId: string): { references: readonly Reference[]; own: readonly TargetParagraph[] } {
  const references = referencesIn(doc);
  const wanted = new Set(references.filter(({ section }) => section === sectionId).map(({ paragraph }) => paragraph));
  return { references, own: wanted.size === 0 ? [] : ownParagraphs(doc).filter(({ id }) => wanted.has(id)) };
}
