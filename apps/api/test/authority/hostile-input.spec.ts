import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person, type Place } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;
let moderator: Person;
let place: Place;
let before: unknown;

/** Everything but what was arranged: whatever is refused leaves no trace. */
const contents = (): Promise<unknown> =>
  forum.dataSource.query(`SELECT (SELECT count(*) FROM member) AS members, (SELECT count(*) FROM mandate) AS mandates,
    (SELECT count(*) FROM centre) AS centres, (SELECT json_agg(section ORDER BY id) FROM section) AS sections,
    (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM ledger) AS rows`);

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  secretariat = await forum.person(by, { role: 'secretariat' });
  moderator = await forum.person(by, { role: 'moderator' });
  place = await forum.section(moderator);
  before = await contents();
});
afterAll(() => forum.stop());
afterEach(async () => expect(await contents()).toEqual(before));

const invitation = (change: object): object => ({ email: 'new@forum.example', name: 'New', language: 'en', role: 'observer', ...change });
const centre = (change: object): object => ({ code: 'UZB-NEW', name: { en: 'New' }, ...change });
const section = (change: object): object => ({ title: { en: 'New' }, ...change });
const invite = (body: object | string) => forum.ask(secretariat, 'POST', 'invitations', body);
const addCentre = (body: object | string) => forum.ask(secretariat, 'POST', 'centres', body);
const addSection = (body: object | string) => forum.ask(moderator, 'POST', `documents/${place.documentId}/sections`, body);
const addDocument = (body: object | string) => forum.ask(moderator, 'POST', 'documents', body);

describe('input of the wrong form', () => {
  it.each<[string, () => ReturnType<typeof invite>, string]>([
    ['what nobody may set', () => invite(invitation({ passwordHash: 'x' })), '/passwordHash'],
    ['an id of one’s own choice', () => addCentre(centre({ id: randomUUID() })), '/id'],
    ['the forum', () => addCentre(centre({ forumId: randomUUID() })), '/forumId'],
    ['a phase to begin with', () => addSection(section({ phase: 'agreed' })), '/phase'],
    ['a role that is none', () => invite(invitation({ role: 'constructor' })), '/role'],
    ['roles in a list', () => invite(invitation({ role: ['secretariat'] })), '/role'],
    ['an object for an address', () => invite(invitation({ email: { $ne: '' } })), '/email'],
    ['an address with a quoted control character', () => invite(invitation({ email: '"a\u0001"@forum.example' })), '/email'],
    ['an address with letters that have several cases', () => invite(invitation({ email: 'É@forum.example' })), '/email'],
    ['an over-long address', () => invite(invitation({ email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(80)}.example` })), '/email'],
    ['NUL in a name', () => invite(invitation({ name: 'a\u0000b' })), '/name'],
    ['half a character in a name', () => invite(invitation({ name: 'a\ud800b' })), '/name'],
    ['letters that turn the line around', () => invite(invitation({ name: 'a\u202eb' })), '/name'],
    ['a line separator', () => addCentre(centre({ name: { en: 'a\u2028b' } })), '/name/en'],
    ['a title of 301 letters', () => addSection(section({ title: { en: 'x'.repeat(301) } })), '/title/en'],
    ['a heap of marks on one letter', () => addSection(section({ title: { en: `a${'\u0330'.repeat(100_000)}` } })), '/title/en'],
    ['no title', () => addDocument({}), '/title'],
    ['null for a title', () => addDocument({ title: null }), '/title'],
    ['a list of titles', () => addDocument({ title: [{ en: 'One' }] }), '/title'],
    ['an empty list for a title', () => addSection({ title: [] }), '/title'],
    ['a word for a title', () => addSection({ title: 'New' }), '/title'],
    ['null for a language', () => addSection(section({ title: { en: 'New', ru: null } })), '/title/ru'],
    ['another language', () => addSection(section({ title: { en: 'New', tlh: 'Qapla' } })), '/title/tlh'],
    ['null for a chapter', () => addSection(section({ parentId: null })), '/parentId'],
    ['null for a place', () => addSection(section({ afterId: null })), '/afterId'],
    ['null for a centre', () => invite(invitation({ centreId: null })), '/centreId'],
    ['null for a beginning', () => invite(invitation({ startsAt: null })), '/startsAt'],
    ['a week for a date', () => invite(invitation({ startsAt: '2026-W30-1' })), '/startsAt'],
    ['a date that is none', () => invite(invitation({ endsAt: '2027-02-30' })), '/endsAt'],
    ['a time without a zone', () => invite(invitation({ endsAt: '2027-02-20T10:00:00' })), '/endsAt'],
    ['a year beyond all calendars', () => invite(invitation({ endsAt: '+275760-09-13T00:00:00Z' })), '/endsAt'],
    ['a phase that is none', () => forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: '__proto__' }), '/to'],
    ['NUL in a reason', () => forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: 'parked', reason: '\u0000' }), '/reason'],
  ])('[P11] is refused: %s', async (_what, ask, pointer) => {
    const { status, body } = await ask();
    expect([status, body.code]).toEqual([422, 'input-invalid']);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each([
    ['a list instead of an object', '[{"code":"UZB-NEW","name":{"en":"New"}}]', 422],
    ['a word', '"word"', 400],
    ['a broken object', '{"code":', 400],
    ['null', 'null', 400],
    ['100,000 lists in each other', `{"code":"UZB-NEW","name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422],
    ['20,000 unknown members', JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`m${n}`, 1]))), 422],
    ['a prototype for everybody', '{"__proto__":{"code":"UZB-NEW","name":{"en":"New"}},"constructor":{"prototype":{"role":"secretariat"}}}', 422],
  ])('[P11] is refused: %s', async (_what, text, status) => {
    const answer = await addCentre(text);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body.errors?.length ?? 0).toBeLessThanOrEqual(100);
    expect('role' in {}).toBe(false);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('[P11] is not read from %s', async (type) => {
    const answer = await forum.ask(secretariat, 'POST', 'centres').set('Content-Type', type).send('code=UZB-NEW&name[en]=New');
    expect([answer.status, answer.body.code]).toEqual([422, 'input-invalid']);
  });

  it('[P11] is told which constraint failed and how much is allowed, and nothing of ours', async () => {
    const { body } = await addSection(section({ title: { en: 'x'.repeat(301) } }));
    expect(body.errors).toEqual([{ pointer: '/title/en', code: 'isPlainText', limit: 300 }]);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts|SELECT/);
  });
});

describe('ids', () => {
  it.each(['%00', '%27%3B%20DROP', 's-000000000%00', '../documents', '%E0%A4%A', 's-0000000000', `${'x'.repeat(5_000)}`])('[P11] that are none are not found: section %s', async (id) => {
    const answers = await Promise.all([
      forum.ask(moderator, 'GET', `sections/${id}`),
      forum.ask(moderator, 'GET', `sections/${id}/text`),
      forum.ask(moderator, 'PATCH', `sections/${id}`, section({})),
      forum.ask(moderator, 'DELETE', `sections/${id}`),
      forum.ask(moderator, 'POST', `sections/${id}/phase`, { to: 'parked' }),
      forum.ask(moderator, 'POST', `sections/${id}/drafters`, { mandateId: randomUUID() }),
      forum.ask(moderator, 'DELETE', `sections/${id}/drafters/${randomUUID()}`),
      forum.ask(moderator, 'PUT', `sections/${id}/rapporteur`, { mandateId: randomUUID() }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => (id === '%E0%A4%A' ? 400 : 404)));
  });

  it.each(['none', '%00', randomUUID()])('[P11] that are none are not found: %s', async (id) => {
    const answers = await Promise.all([
      forum.ask(moderator, 'GET', `documents/${id}/outline`),
      forum.ask(moderator, 'POST', `documents/${id}/sections`, section({})),
      forum.ask(secretariat, 'PATCH', `mandates/${id}`, { endsAt: '2030-01-01' }),
      forum.ask(secretariat, 'POST', `mandates/${id}/withdrawal`),
      forum.ask(secretariat, 'POST', `members/${id}/suspension`),
      forum.ask(secretariat, 'POST', `members/${id}/password-links`),
      forum.ask(moderator, 'DELETE', `sections/${place.sectionId}/drafters/${id}`),
      forum.ask(null, 'GET', `links/${id}`),
    ]);
    expect(answers.map(({ body }) => body.code)).toEqual([...Array.from({ length: 7 }, () => 'not-found'), 'link-invalid']);
  });

  it('[P11] of mandates in a header are judged, not believed', async () => {
    for (const mandateId of ['', 'none', "' OR 1=1", `${secretariat.mandateId},${secretariat.mandateId}`, secretariat.mandateId]) {
      expect((await forum.ask({ ...moderator, mandateId }, 'GET', 'people')).body.code).toBe('mandate-not-held');
    }
  });
});

describe('unusual requests', () => {
  it('[P11] with another method or path are not found', async () => {
    for (const method of ['put', 'patch', 'delete'] as const) {
      const { status } = await request(forum.url)[method]('/api/v1/centres').set({ Cookie: secretariat.cookie, 'X-Forum-Request': '1' });
      expect(status).toBe(404);
    }
    expect((await forum.ask(secretariat, 'GET', 'people/../../healthz')).status).toBe(404);
  });
});
