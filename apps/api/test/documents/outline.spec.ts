import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person, type Place } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let moderator: Person;
let documentId: string;

interface Node {
  readonly id: string;
  readonly number: string;
  readonly title: { en: string };
}

const add = (of: Person, body: object, document = documentId) => forum.ask(of, 'POST', `documents/${document}/sections`, { title: { en: 'New' }, ...body });
const added = async (body: object): Promise<string> => (await add(moderator, body).expect(201)).body.id;
const outline = async (): Promise<string[]> => {
  const { body } = await forum.ask(moderator, 'GET', `documents/${documentId}/outline`).expect(200);
  return body.sections.map(({ number, title }: Node) => `${number} ${title.en}`);
};
const code = async (answer: ReturnType<typeof add>): Promise<string | number> => {
  const { status, body } = await answer;
  return body.code ?? status;
};

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  moderator = await forum.person(by, { role: 'moderator' });
});
afterAll(() => forum.stop());
beforeEach(async () => {
  const { body } = await forum.ask(moderator, 'POST', 'documents', { title: { en: 'A text', ja: '本文' } }).expect(201);
  documentId = body.id;
});

describe('a document', () => {
  it('[OU3] is created by a moderator and listed in the order of creation', async () => {
    const { body } = await forum.ask(moderator, 'GET', 'documents').expect(200);
    expect(body.at(-1)).toEqual({ id: documentId, title: { en: 'A text', ja: '本文' } });
    expect(await outline()).toEqual([]);
  });
});

describe('the outline', () => {
  it('[OU1] [OU3] takes chapters and sections at the end or behind a sibling, and numbers them by place', async () => {
    const one = await added({ title: { en: 'One' } });
    const three = await added({ title: { en: 'Three' } });
    const two = await added({ title: { en: 'Two' }, afterId: one });
    const first = await added({ parentId: two, title: { en: 'First' } });
    await added({ parentId: two, title: { en: 'Third' } });
    await added({ parentId: two, title: { en: 'Second' }, afterId: first });
    await added({ parentId: three, title: { en: 'Only' } });
    expect(await outline()).toEqual(['1 One', '2 Two', '2.1 First', '2.2 Second', '2.3 Third', '3 Three', '3.1 Only']);
  });

  it('[OU3] begins a section in drafting, with an empty text and nobody to draft it', async () => {
    const parentId = await added({});
    const id = await added({ parentId });
    const { body } = await forum.ask(moderator, 'GET', `sections/${id}`).expect(200);
    const { phaseChangedAt, ...rest } = body;
    expect(rest).toEqual({
      id,
      documentId,
      parentId,
      number: '1.1',
      title: { en: 'New' },
      phase: 'drafting',
      status: 'open',
      isAdReferendum: false,
      drafters: [],
      rapporteur: null,
    });
    expect(phaseChangedAt).toBe(forum.clock.now().toISOString());
    const text = await forum.ask(moderator, 'GET', `sections/${id}/text`).expect(200);
    expect(text.body).toMatchObject({ epoch: 1, seq: 1, document: { content: [{ type: 'paragraph' }] } });
  });

  it('[OU2] [OU3] keeps ids while titles and places change', async () => {
    const one = await added({ title: { en: 'One' } });
    await forum.ask(moderator, 'PATCH', `sections/${one}`, { title: { en: 'First', ru: 'Первая' } }).expect(204);
    await added({ title: { en: 'Two' }, afterId: one });
    const { body } = await forum.ask(moderator, 'GET', `sections/${one}`).expect(200);
    expect(body).toMatchObject({ id: one, number: '1', title: { en: 'First', ru: 'Первая' } });
    expect(one).toMatch(/^s-[0-9a-hjkmnp-tv-z]{10}$/);
  });

  it('[OU4] loses a section for good, and the numbers close up', async () => {
    const chapter = await added({ title: { en: 'A chapter' } });
    const [gone] = [await added({ parentId: chapter, title: { en: 'Gone' } }), await added({ parentId: chapter, title: { en: 'Stays' } })];
    await forum.ask(moderator, 'DELETE', `sections/${gone}`).expect(204);
    expect(await outline()).toEqual(['1 A chapter', '1.1 Stays']);
    expect(await code(forum.ask(moderator, 'GET', `sections/${gone}`))).toBe('not-found');
    expect(await code(forum.ask(moderator, 'GET', `sections/${gone}/text`))).toBe('not-found');
    const mandateId = randomUUID();
    for (const [method, path, body] of [
      ['PATCH', '', { title: { en: 'Back' } }],
      ['DELETE', '', undefined],
      ['POST', '/phase', { to: 'consultation' }],
      ['POST', '/drafters', { mandateId }],
      ['DELETE', `/drafters/${mandateId}`, undefined],
      ['PUT', '/rapporteur', { mandateId }],
    ] as const) {
      expect(await code(forum.ask(moderator, method, `sections/${gone}${path}`, body))).toBe('section-removed');
    }
    expect(await code(add(moderator, { parentId: chapter, afterId: gone }))).toBe('section-place-invalid');
  });

  it('[OU4] gives up a chapter only when it is empty', async () => {
    const chapter = await added({});
    const section = await added({ parentId: chapter });
    expect(await code(forum.ask(moderator, 'DELETE', `sections/${chapter}`))).toBe('section-not-empty');
    await forum.ask(moderator, 'DELETE', `sections/${section}`).expect(204);
    await forum.ask(moderator, 'DELETE', `sections/${chapter}`).expect(204);
    expect(await outline()).toEqual([]);
    expect(await code(add(moderator, { parentId: chapter }))).toBe('section-removed');
  });

  it('[OU4] never keeps a section in a chapter that is gone, whatever happens at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const chapter = await added({});
      await Promise.all([forum.ask(moderator, 'DELETE', `sections/${chapter}`), add(moderator, { parentId: chapter }), add(moderator, { parentId: chapter })]);
    }
    const orphans: unknown[] = await forum.dataSource.query(
      `SELECT FROM section JOIN section chapter ON chapter.id = section.parent_id WHERE section.removed_at IS NULL AND chapter.removed_at IS NOT NULL`,
    );
    expect(orphans).toHaveLength(0);
  });

  it('[OU1] has one place for each of many that are added at once', async () => {
    const chapter = await added({});
    await Promise.all(Array.from({ length: 10 }, (_, n) => add(moderator, { parentId: chapter, title: { en: `Section ${n}` } }).expect(201)));
    const rows: { position: number }[] = await forum.dataSource.query('SELECT position FROM section WHERE parent_id = $1 ORDER BY position', [chapter]);
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  });

  it('[OU3] has sections in chapters and chapters in the document, at places that exist', async () => {
    const chapter = await added({});
    const section = await added({ parentId: chapter });
    const elsewhere = await forum.section(moderator);
    for (const place of [
      { parentId: section },
      { parentId: elsewhere.chapterId },
      { afterId: section },
      { parentId: chapter, afterId: chapter },
      { parentId: chapter, afterId: elsewhere.sectionId },
      { afterId: 's-0123456789' },
    ]) {
      expect([place, await code(add(moderator, place))]).toEqual([place, 'section-place-invalid']);
    }
    expect(await code(add(moderator, { parentId: 's-0123456789' }))).toBe('not-found');
  });
});

describe('a rapporteur', () => {
  let own: Place;
  let foreign: Place;
  let rapporteur: Person;
  beforeEach(async () => {
    [own, foreign] = [await forum.section(moderator), await forum.section(moderator)];
    rapporteur = await forum.person(by, { role: 'rapporteur' });
    const other = await forum.person(by, { role: 'rapporteur' });
    await forum.ask(moderator, 'PUT', `sections/${own.chapterId}/rapporteur`, { mandateId: rapporteur.mandateId }).expect(204);
    await forum.ask(moderator, 'PUT', `sections/${foreign.chapterId}/rapporteur`, { mandateId: other.mandateId }).expect(204);
  });

  const keepers = (of: Person, { documentId: document, chapterId, sectionId }: Place) => [
    add(of, { parentId: chapterId }, document),
    forum.ask(of, 'PATCH', `sections/${chapterId}`, { title: { en: 'Renamed' } }),
    forum.ask(of, 'PATCH', `sections/${sectionId}`, { title: { en: 'Renamed' } }),
    forum.ask(of, 'DELETE', `sections/${sectionId}`),
  ];

  it('[OU3] adds, renames and removes in the own chapter', async () => {
    for (const answer of keepers(rapporteur, own)) expect((await answer).status).toBeLessThan(300);
  });

  it('[OU3] does nothing in another’s chapter, and adds no chapter', async () => {
    for (const answer of [...keepers(rapporteur, foreign), add(rapporteur, {}, own.documentId)]) expect(await code(answer)).toBe('not-allowed');
  });

  it('[OU3] keeps a single section that is theirs, not its chapter', async () => {
    await forum.ask(moderator, 'PUT', `sections/${foreign.sectionId}/rapporteur`, { mandateId: rapporteur.mandateId }).expect(204);
    await forum.ask(rapporteur, 'PATCH', `sections/${foreign.sectionId}`, { title: { en: 'Renamed' } }).expect(204);
    expect(await code(forum.ask(rapporteur, 'PATCH', `sections/${foreign.chapterId}`, { title: { en: 'Renamed' } }))).toBe('not-allowed');
    expect(await code(add(rapporteur, { parentId: foreign.chapterId }, foreign.documentId))).toBe('not-allowed');
  });

  it('[OU3] keeps nothing any more once the mandate is withdrawn', async () => {
    const secretariat = await forum.person(by, { role: 'secretariat' });
    await forum.ask(secretariat, 'POST', `mandates/${rapporteur.mandateId}/withdrawal`).expect(204);
    expect(await code(forum.ask(rapporteur, 'PATCH', `sections/${own.sectionId}`, { title: { en: 'Renamed' } }))).toBe('mandate-not-held');
    expect((await forum.ask(moderator, 'GET', `sections/${own.sectionId}`)).body.rapporteur).toBeNull();
  });
});

describe('another forum', () => {
  it('[PE10] has no way to documents and sections of this one', async () => {
    const place = await forum.section(moderator);
    const foreigner = await forum.person(await forum.open(), { role: 'moderator' });
    const path = `sections/${place.sectionId}`;
    const mandateId = moderator.mandateId;
    const answers = await Promise.all([
      forum.ask(foreigner, 'GET', `documents/${place.documentId}/outline`),
      add(foreigner, {}, place.documentId),
      forum.ask(foreigner, 'GET', path),
      forum.ask(foreigner, 'GET', `${path}/text`),
      forum.ask(foreigner, 'PATCH', path, { title: { en: 'Taken' } }),
      forum.ask(foreigner, 'DELETE', path),
      forum.ask(foreigner, 'POST', `${path}/phase`, { to: 'consultation' }),
      forum.ask(foreigner, 'POST', `${path}/drafters`, { mandateId }),
      forum.ask(foreigner, 'DELETE', `${path}/drafters/${mandateId}`),
      forum.ask(foreigner, 'PUT', `${path}/rapporteur`, { mandateId }),
    ]);
    expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'not-found'));
    expect((await forum.ask(foreigner, 'GET', 'documents')).body).toEqual([]);
  });
});
