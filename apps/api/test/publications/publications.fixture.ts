import type { PublicationPreview, SealedPublication } from '@expert-forum/contracts';
import type { Phase } from '@expert-forum/domain';
import { KeepOutline } from '../../src/features/documents/keep-outline.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

/** A text of one chapter with agreed and other sections, and those who publish it. */
export interface Publishing {
  readonly forum: TestForum;
  readonly by: InstallationPerformer;
  readonly moderator: Person;
  readonly rapporteur: Person;
  readonly documentId: string;
  readonly chapterId: string;
  addSection(title: string, phase: Phase, isAdReferendum?: boolean): Promise<string>;
  preview(keptBack?: readonly string[]): Promise<PublicationPreview>;
  seal(slug: string, over?: object): ReturnType<TestForum['ask']>;
  sealed(slug: string): Promise<SealedPublication>;
}

export async function startPublishing(): Promise<Publishing> {
  const forum = await TestForum.start();
  const by = await forum.open();
  const [moderator, rapporteur] = [await forum.person(by, { role: 'moderator' }), await forum.person(by, { role: 'rapporteur' })];
  const outline = forum.app.get(KeepOutline, { strict: false });
  const { id: documentId } = await outline.createDocument(by, { en: 'A strategy' });
  const { id: chapterId } = await outline.add(by, documentId, { title: { en: 'A chapter' } });
  const preview = async (keptBack: readonly string[] = []): Promise<PublicationPreview> =>
    (await forum.ask(moderator, 'GET', `documents/${documentId}/publication-preview?without=${keptBack.join(',')}`).expect(200)).body;
  return {
    forum,
    by,
    moderator,
    rapporteur,
    documentId,
    chapterId,
    preview,
    addSection: async (title, phase, isAdReferendum = false) => {
      const start = { phase, isAdReferendum, blocks: [{ heading: 1, text: `Head of ${title}` } as const, `First of ${title}.`, `Second of ${title}.`] };
      return (await outline.add(by, documentId, { parentId: chapterId, title: { en: title } }, start)).id;
    },
    seal: (slug, over = {}) =>
      forum.ask(moderator, 'POST', `documents/${documentId}/publications`, {
        ...{ title: { en: 'Interim text', ru: 'Промежуточный текст' }, slug, confirmation: slug, keptBack: [], isCorrection: false },
        ...over,
      }),
    sealed: async (slug) => JSON.parse((await forum.ask(null, 'GET', `publications/${slug}.json`).expect(200)).text),
  };
}
