import type { NodeJson } from '@expert-forum/collab';
import { keptText, openDevice, type Identity } from '@expert-forum/collab/client';
import type { SectionView } from '@expert-forum/contracts';
import type { NumberedSection } from '@expert-forum/rendering';
import { Unreachable } from '../../../shared/api/problem-error.js';
import { request } from '../../../shared/api/request.js';

/** The other sections to whose paragraphs a text refers, as the forum has them or as this device has kept them. */
export async function gatherReferred(document: NodeJson, sectionId: string, sections: readonly SectionView[], identity: Identity): Promise<NumberedSection[]> {
  const referred = new Set(sectionsNamedIn(document));
  const found = sections
    .filter(({ id }) => id !== sectionId && referred.has(id))
    .map(async ({ id, number }) => {
      const text = await textOf(id, identity);
      return text === null ? [] : [{ id, number, document: text }];
    });
  return (await Promise.all(found)).flat();
}

const sectionsNamedIn = ({ type, attrs, content = [] }: NodeJson): string[] =>
  type === 'paragraphReference' ? [String(attrs?.['section'])] : content.flatMap(sectionsNamedIn);

async function textOf(sectionId: string, identity: Identity): Promise<NodeJson | null> {
  try {
    return (await request<{ document: NodeJson }>('GET', `/sections/${sectionId}/text`)).document;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const { storage } = await openDevice();
    return (await keptText(storage, { ...identity, sectionId }))?.document ?? null;
  }
}
