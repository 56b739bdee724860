import type { InterfaceLanguage, PreviewedSection, PublishedNode } from '@expert-forum/contracts';
import { referencesAmong, type ResolveReference } from '@expert-forum/rendering';

export const isNode = (document: object): document is PublishedNode => 'type' in document;

/** As they will read in the publication; they lead nowhere, because a preview is no page of its own. */
export function previewedReferences(sections: readonly PreviewedSection[], language: InterfaceLanguage): ResolveReference {
  const texts = sections.flatMap(({ id, number, document }) => (isNode(document) ? [{ id, number, document }] : []));
  const resolve = referencesAmong(texts, language);
  return (section, paragraph) => ({ label: resolve(section, paragraph).label, address: null });
}
