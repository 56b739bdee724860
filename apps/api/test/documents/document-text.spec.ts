import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOfDocument, type NodeJson } from '@expert-forum/collab';
import type { DocumentTextPage } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { KeepOutline } from '../../src/features/documents/keep-outline.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let observer: Person;
let outline: KeepOutline;

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  observer = await forum.person(by, { role: 'observer' });
  outline = forum.app.get(KeepOutline, { strict: false });
});
afterAll(() => forum.stop());

async function newDocument(): Promise<{ documentId: string; chapterId: string }> {
  const { id: documentId } = await outline.createDocument(by, { en: 'A strategy' });
  return { documentId, chapterId: (await outline.add(by, documentId, { title: { en: 'A chapter' } })).id };
}

const page = async (documentId: string, after = ''): Promise<DocumentTextPage> =>
  (await forum.ask(observer, 'GET', `documents/${documentId}/text${after && `?after=${after}`}`).expect(200)).body;
const wordsOf = (node: NodeJson): string => node.text ?? (node.content ?? []).map(wordsOf).join('');

describe('the whole text of a document', () => {
  it('[EX9] is every section in the order of the outline, with phase, seq, and the hash of what it says', async () => {
    const { documentId, chapterId } = await newDocument();
    const second = await outline.add(by, documentId, { parentId: chapterId, title: { en: 'Two', ru: 'Два' } }, { phase: 'agreed', isAdReferendum: true, blocks: ['Second.'] });
    await outline.add(by, documentId, { title: { en: 'A chapter without sections' } });
    const first = await outline.add(by, documentId, { parentId: chapterId, title: { en: 'One' } }, { phase: 'drafting', blocks: ['First.'] });
    await forum.ask(await forum.person(by, { role: 'moderator' }), 'PUT', `sections/${first.id}/place`, { parentId: chapterId }).expect(204);
    const { sections, next } = await page(documentId);
    expect(next).toBeNull();
    expect(sections).toMatchObject([
      { id: first.id, parentId: chapterId, number: '1.1', phase: 'drafting', isAdReferendum: false, seq: 1 },
      { id: second.id, number: '1.2', title: { en: 'Two', ru: 'Два' }, phase: 'agreed', isAdReferendum: true },
    ]);
    const documents = sections.map(({ document }): NodeJson => document);
    expect(documents.map(wordsOf)).toEqual(['First.', 'Second.']);
    expect(sections.map(({ hash }) => hash)).toEqual(documents.map(hashOfDocument));
  });

  it('[EX9] comes a page at a time, and a page ends where it grows large', async () => {
    const { documentId, chapterId } = await newDocument();
    const large = 'x'.repeat(19_000);
    const sizes = [...Array<number>(LIMITS.documentText.sections).fill(1), 28, 28];
    for (const size of sizes) await outline.add(by, documentId, { parentId: chapterId, title: { en: 'A section' } }, { phase: 'drafting', blocks: Array<string>(size).fill(size > 1 ? large : 'Short.') });
    const pages = [await page(documentId)];
    for (let after = pages[0]?.next ?? null; after !== null; after = pages.at(-1)?.next ?? null) pages.push(await page(documentId, after));
    expect(pages.map(({ sections }) => sections.length)).toEqual([20, 1, 1]);
    expect(new Set(pages.flatMap(({ sections }) => sections.map(({ id }) => id))).size).toBe(sizes.length);
  });

  it('[EX9] is not there in another forum, nor for a document or a place in it that does not exist', async () => {
    const { documentId, chapterId } = await newDocument();
    const other = await forum.open();
    const stranger = await forum.person(other, { role: 'observer' });
    await forum.ask(stranger, 'GET', `documents/${documentId}/text`).expect(404);
    await forum.ask(observer, 'GET', 'documents/9e02ca9b-2579-4d81-8ca0-462a2fad4faf/text').expect(404);
    await forum.ask(observer, 'GET', `documents/${documentId}/text?after=${chapterId}`).expect(404);
    await forum.ask(observer, 'GET', `documents/${documentId}/text?after=first`).expect(422);
    expect(await page(documentId)).toEqual({ sections: [], next: null });
  });
});
