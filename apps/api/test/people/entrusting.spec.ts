import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from './forum.fixture.js';

const DAY = 86_400_000;

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;
let centreId: string;
let otherCentreId: string;
let foreignCentreId: string;
let foreigner: Person;
let invited = 0;

const inDays = (days: number): string => new Date(forum.clock.now().getTime() + days * DAY).toISOString();
const invitation = (change: object = {}): object => ({ email: `new-${(invited += 1)}@forum.example`, name: 'New', language: 'ru', role: 'observer', ...change });
const mandateRow = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await forum.dataSource.query('SELECT role, centre_id, starts_at, ends_at, withdrawn_at FROM mandate WHERE id = $1', [id]))[0];

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  secretariat = await forum.person(by, { role: 'secretariat' });
  centreId = await forum.centre(by, 'UZB-CTP');
  otherCentreId = await forum.centre(by, 'JPN-HDP');
  const foreign = await forum.open();
  foreignCentreId = await forum.centre(foreign, 'UZB-FAR');
  foreigner = await forum.person(foreign, { role: 'expert', centreId: foreignCentreId });
});
afterAll(() => forum.stop());

describe('centres', () => {
  const create = (code: string) => forum.ask(secretariat, 'POST', 'centres', { code, name: { en: 'A centre', ja: '機関' } });

  it('[PE6] are created once a code, in a country of the forum', async () => {
    const { status, body } = await create('JPN-NEW');
    expect(status).toBe(201);
    expect(await forum.dataSource.query('SELECT country_code, name FROM centre WHERE id = $1', [body.id])).toEqual([
      { country_code: 'JPN', name: { en: 'A centre', ja: '機関' } },
    ]);
    expect((await create('JPN-NEW')).body).toMatchObject({ status: 409, code: 'centre-exists' });
    expect((await create('FRA-NEW')).body).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('[PE6] created twice at once are created once', async () => {
    const answers = await Promise.all([create('JPN-TWO'), create('JPN-TWO'), create('JPN-TWO')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe('invitations', () => {
  it('[PE7] make a member without a password, a mandate and a link, and nothing else', async () => {
    const { status, body } = await forum.ask(secretariat, 'POST', 'invitations', invitation({ email: 'Aziza@Forum.Example', role: 'expert', centreId }));
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['expiresAt', 'mandateId', 'url']);
    expect(body).toMatchObject({ url: expect.stringMatching(/^\/ru\/invite\/[\w-]{43}$/), expiresAt: inDays(1) });
    expect(await mandateRow(body.mandateId)).toMatchObject({ role: 'expert', centre_id: centreId, ends_at: null });
    const [member] = await forum.dataSource.query("SELECT password_hash FROM member WHERE email = 'aziza@forum.example'");
    expect(member).toEqual({ password_hash: null });
  });

  it('[PE7] of one address in several spellings at once make one member', async () => {
    const spellings = ['Race@forum.example', 'race@forum.example', 'RACE@forum.example'];
    const answers = await Promise.all(spellings.map((email) => forum.ask(secretariat, 'POST', 'invitations', invitation({ email }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('member-exists');
  });

  it.each<[change: { role?: string; centreId?: string; startsAt?: string; endsAt?: string }, code: string]>([
    [{ role: 'expert' }, 'centre-required'],
    [{ role: 'moderator', centreId: 'own' }, 'centre-forbidden'],
    [{ role: 'expert', centreId: 'foreign' }, 'not-found'],
    [{ startsAt: '2026-07-02', endsAt: '2026-07-01' }, 'dates-reversed'],
  ])('[PE5] with %j are refused as %s', async ({ centreId: which, ...change }, code) => {
    const ids: Record<string, string> = { own: centreId, foreign: foreignCentreId };
    const answer = await forum.ask(secretariat, 'POST', 'invitations', invitation({ ...change, ...(which !== undefined && { centreId: ids[which] }) }));
    expect(answer.body.code).toBe(code);
  });
});

describe('mandates', () => {
  it('[PE7] are granted to members of the forum that are not suspended', async () => {
    const person = await forum.person(by, { role: 'observer' });
    const grant = (memberId: string) => forum.ask(secretariat, 'POST', 'mandates', { memberId, role: 'translator', startsAt: inDays(1), endsAt: inDays(2) });
    const { status, body } = await grant(person.memberId);
    expect(status).toBe(201);
    expect(await mandateRow(body.id)).toMatchObject({ role: 'translator', starts_at: new Date(inDays(1)), ends_at: new Date(inDays(2)) });
    expect((await grant(foreigner.memberId)).body).toMatchObject({ code: 'not-found' });
    expect((await grant(randomUUID())).body).toMatchObject({ code: 'not-found' });
    await forum.ask(secretariat, 'POST', `members/${person.memberId}/suspension`).expect(204);
    expect((await grant(person.memberId)).body).toMatchObject({ status: 409, code: 'member-suspended' });
  });

  it('[PE3] are limited in time and end then', async () => {
    const person = await forum.person(by, { role: 'observer' });
    const limit = (endsAt: string) => forum.ask(secretariat, 'PATCH', `mandates/${person.mandateId}`, { endsAt });
    expect((await limit(inDays(-400))).body).toMatchObject({ code: 'dates-reversed' });
    await limit(inDays(1)).expect(204);
    await forum.ask(person, 'GET', 'documents').expect(200);
    forum.clock.advance(DAY);
    const cookie = await forum.signIn(person.memberId);
    expect((await forum.ask({ ...person, cookie }, 'GET', 'documents')).body).toMatchObject({ code: 'mandate-not-held' });
    secretariat = { ...secretariat, cookie: await forum.signIn(secretariat.memberId) };
  });

  it('[PE3] are withdrawn once, for good, and what they were named for ends', async () => {
    const expert = await forum.person(by, { role: 'expert', centreId });
    const withdraw = () => forum.ask(secretariat, 'POST', `mandates/${expert.mandateId}/withdrawal`);
    await withdraw().expect(204);
    expect((await forum.ask(expert, 'GET', 'documents')).body).toMatchObject({ code: 'mandate-not-held' });
    expect((await withdraw()).body).toMatchObject({ code: 'mandate-withdrawn' });
    const limited = await forum.ask(secretariat, 'PATCH', `mandates/${expert.mandateId}`, { endsAt: inDays(1) });
    expect(limited.body).toMatchObject({ code: 'mandate-withdrawn' });
  });

  it('[PE10] of another forum are not there', async () => {
    const answers = [
      await forum.ask(secretariat, 'PATCH', `mandates/${foreigner.mandateId}`, { endsAt: inDays(1) }),
      await forum.ask(secretariat, 'POST', `mandates/${foreigner.mandateId}/withdrawal`),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual(['not-found', 'not-found']);
  });
});

describe('a focal point', () => {
  let focalPoint: Person;
  let ownExpert: Person;
  let otherExpert: Person;
  beforeEach(async () => {
    focalPoint = await forum.person(by, { role: 'focal_point', centreId });
    ownExpert = await forum.person(by, { role: 'expert', centreId });
    otherExpert = await forum.person(by, { role: 'expert', centreId: otherCentreId });
  });
  const code = async (...ask: Parameters<TestForum['ask']>): Promise<string | number> => {
    const { status, body } = await forum.ask(...ask);
    return body.code ?? status;
  };

  it('[PE4] invites experts of the own centre and nobody else', async () => {
    expect(await code(focalPoint, 'POST', 'invitations', invitation({ role: 'expert', centreId }))).toBe(201);
    for (const change of [{ role: 'expert', centreId: otherCentreId }, { role: 'focal_point', centreId }, { role: 'secretariat' }]) {
      expect(await code(focalPoint, 'POST', 'invitations', invitation(change))).toBe('not-allowed');
    }
  });

  it('[PE4] limits and withdraws mandates of the own experts, no others', async () => {
    expect(await code(focalPoint, 'PATCH', `mandates/${ownExpert.mandateId}`, { endsAt: inDays(1) })).toBe(204);
    expect(await code(focalPoint, 'POST', `mandates/${ownExpert.mandateId}/withdrawal`)).toBe(204);
    for (const { mandateId } of [otherExpert, focalPoint, secretariat]) {
      expect(await code(focalPoint, 'PATCH', `mandates/${mandateId}`, { endsAt: inDays(1) })).toBe('not-allowed');
      expect(await code(focalPoint, 'POST', `mandates/${mandateId}/withdrawal`)).toBe('not-allowed');
    }
  });

  it('[PE4] grants to members of the own centre only', async () => {
    const mandate = { role: 'expert', centreId };
    expect(await code(focalPoint, 'POST', 'mandates', { ...mandate, memberId: ownExpert.memberId })).toBe(201);
    expect(await code(focalPoint, 'POST', 'mandates', { ...mandate, memberId: otherExpert.memberId })).toBe('not-found');
    expect(await code(focalPoint, 'POST', 'mandates', { memberId: ownExpert.memberId, role: 'moderator' })).toBe('not-allowed');
  });

  it('[PE4] creates no centre, no password link, and suspends nobody', async () => {
    expect(await code(focalPoint, 'POST', 'centres', { code: 'UZB-OWN', name: { en: 'Own' } })).toBe('not-allowed');
    expect(await code(focalPoint, 'POST', `members/${ownExpert.memberId}/password-links`)).toBe('not-allowed');
    expect(await code(focalPoint, 'POST', `members/${ownExpert.memberId}/suspension`)).toBe('not-allowed');
    expect(await code(focalPoint, 'DELETE', `members/${ownExpert.memberId}/suspension`)).toBe('not-allowed');
  });

  it('[PE9] sees the people of the own centre, and of their mandates those of the centre', async () => {
    await forum.ask(secretariat, 'POST', 'mandates', { memberId: ownExpert.memberId, role: 'expert', centreId: otherCentreId }).expect(201);
    const { body } = await forum.ask(focalPoint, 'GET', 'people').expect(200);
    expect(body.countries).toEqual([{ code: 'UZB', name: { en: 'UZB' } }]);
    expect(body.centres).toEqual([{ id: centreId, code: 'UZB-CTP', name: { en: 'UZB-CTP' } }]);
    expect(body.members.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([focalPoint.memberId, ownExpert.memberId]));
    for (const { id, mandates } of body.members) {
      expect([id, mandates.map(({ centre }: { centre: { id: string } | null }) => centre?.id)]).toEqual([id, mandates.map(() => centreId)]);
    }
    expect(JSON.stringify(body)).not.toContain(otherExpert.email);
    expect(JSON.stringify(body)).not.toContain(secretariat.email);
  });

  it('[PE9] the secretariat sees everybody of the forum, and nobody of another', async () => {
    const { body } = await forum.ask(secretariat, 'GET', 'people').expect(200);
    const emails = body.members.map(({ email }: { email: string }) => email);
    expect(emails).toEqual(expect.arrayContaining([focalPoint.email, otherExpert.email, secretariat.email]));
    expect(emails).not.toContain(foreigner.email);
    expect(body.countries).toHaveLength(2);
  });
});
