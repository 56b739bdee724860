import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let moderator: Person;
let documentId: string;
let ids: Map<string, string>;

const idOf = (title: string): string => ids.get(title) ?? title;
const move = (of: Person, title: string, place: { parentId?: string; afterId?: string }) => forum.ask(of, 'PUT', `sections/${idOf(title)}/place`, place);

async function outline(): Promise<string[]> {
  const { body } = await forum.ask(moderator, 'GET', `documents/${documentId}/outline`).expect(200);
  return body.sections.map(({ number, title }: { number: string; title: { en: string } }) => `${number} ${title.en}`);
}

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  moderator = await forum.person(by, { role: 'moderator' });
});
afterAll(() => forum.stop());

beforeEach(async () => {
  documentId = (await forum.ask(moderator, 'POST', 'documents', { title: { en: 'A text' } }).expect(201)).body.id;
  ids = new Map();
  const add = async (title: string, parent?: string): Promise<void> => {
    const body = { title: { en: title }, ...(parent !== undefined && { parentId: idOf(parent) }) };
    ids.set(title, (await forum.ask(moderator, 'POST', `documents/${documentId}/sections`, body).expect(201)).body.id);
  };
  for (const chapter of ['A', 'B']) {
    await add(chapter);
    for (const section of ['x', 'y', 'z']) await add(`${chapter}${section}`, chapter);
  }
});

describe('moving in the outline', () => {
  it('[OU17] puts a section first, behind a sibling, or into another chapter, and numbers follow', async () => {
    await move(moderator, 'Az', {}).expect(204);
    await move(moderator, 'Bx', { afterId: idOf('By') }).expect(204);
    await move(moderator, 'Ax', { parentId: idOf('B'), afterId: idOf('Bx') }).expect(204);
    expect(await outline()).toEqual(['1 A', '1.1 Az', '1.2 Ay', '2 B', '2.1 By', '2.2 Bx', '2.3 Ax', '2.4 Bz']);
  });

  it('[OU17] moves a chapter with all it holds', async () => {
    await move(moderator, 'B', {}).expect(204);
    expect(await outline()).toEqual(['1 B', '1.1 Bx', '1.2 By', '1.3 Bz', '2 A', '2.1 Ax', '2.2 Ay', '2.3 Az']);
  });

  it('[OU17] refuses places that are none, and changes nothing', async () => {
    const before = await outline();
    const wrong = [
      move(moderator, 'Ax', { afterId: idOf('Bx') }),
      move(moderator, 'Ax', { afterId: idOf('Ax') }),
      move(moderator, 'Ax', { parentId: idOf('By') }),
      move(moderator, 'A', { parentId: idOf('B') }),
    ];
    for (const answer of wrong) expect((await answer).body).toMatchObject({ code: 'section-place-invalid' });
    expect((await move(moderator, 's-0000000000', {})).body).toMatchObject({ code: 'not-found' });
    expect(await outline()).toEqual(before);
  });

  it('[OU17] a rapporteur moves within the own chapters alone', async () => {
    const rapporteur = await forum.person(by, { role: 'rapporteur' });
    await forum.ask(moderator, 'PUT', `sections/${idOf('A')}/rapporteur`, { mandateId: rapporteur.mandateId }).expect(204);
    await move(rapporteur, 'Az', {}).expect(204);
    expect((await move(rapporteur, 'Az', { parentId: idOf('B') })).body).toMatchObject({ code: 'not-allowed' });
    expect((await move(rapporteur, 'Bx', { parentId: idOf('A') })).body).toMatchObject({ code: 'not-allowed' });
  });

  it('[OU17] of moves that come at once each is done', async () => {
    await Promise.all(['Ax', 'Ay', 'Az'].map((title) => move(moderator, title, { parentId: idOf('B') }).expect(204)));
    expect((await outline()).map((line) => line.split(' ')[0])).toEqual(['1', '2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6']);
  });
});
