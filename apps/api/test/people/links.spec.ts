import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from './forum.fixture.js';

const HOUR = 3_600_000;
const PASSWORD = 'long enough to be one';

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;

const tokenOf = ({ body }: { body: { url: string } }): string => body.url.split('/').at(-1) ?? '';
const look = (token: string) => forum.ask(null, 'GET', `links/${token}`);
const accept = (token: string, password = PASSWORD) => forum.ask(null, 'POST', `links/${token}`, { password });
const linkFor = async ({ memberId }: Person): Promise<string> => tokenOf(await forum.ask(secretariat, 'POST', `members/${memberId}/password-links`));

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  secretariat = await forum.person(by, { role: 'secretariat' });
});
afterAll(() => forum.stop());

describe('one-time links', () => {
  it('[PE13] of an invitation set a password and sign this browser in', async () => {
    const invitation = { email: 'aziza@forum.example', name: 'Aziza', language: 'en', role: 'moderator' };
    const token = tokenOf(await forum.ask(secretariat, 'POST', 'invitations', invitation));
    expect((await look(token)).body).toEqual({ purpose: 'invitation', email: 'aziza@forum.example', name: 'Aziza' });
    const { status, body, headers } = await accept(token);
    expect(status).toBe(201);
    expect(body).toMatchObject({ member: { email: 'aziza@forum.example' }, mandates: [{ role: 'moderator', centre: null }] });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    await forum.ask({ cookie, mandateId: body.mandates[0].id }, 'GET', 'documents').expect(200);
    await forum.ask(null, 'POST', 'logins', { email: 'aziza@forum.example', password: PASSWORD }).expect(201);
  });

  it('[PE13] open once, even at the same moment', async () => {
    const token = await linkFor(await forum.person(by, { role: 'observer' }));
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect((await look(token)).body.code).toBe('link-invalid');
    expect((await accept(token)).body.code).toBe('link-invalid');
  });

  it('[PE13] live for 24 hours', async () => {
    const token = await linkFor(await forum.person(by, { role: 'observer' }));
    forum.clock.advance(24 * HOUR - 1);
    expect((await look(token)).body.purpose).toBe('password');
    forum.clock.advance(1);
    expect((await look(token)).body.code).toBe('link-invalid');
    expect((await accept(token)).body.code).toBe('link-invalid');
    secretariat = { ...secretariat, cookie: await forum.signIn(secretariat.memberId) };
  });

  it('[PE13] end when a newer one is made', async () => {
    const person = await forum.person(by, { role: 'observer' });
    const [older, newer] = [await linkFor(person), await linkFor(person)];
    expect((await look(older)).body.code).toBe('link-invalid');
    expect((await look(newer)).status).toBe(200);
  });

  it('[PE13] end every login that the member had', async () => {
    const person = await forum.person(by, { role: 'observer' });
    await accept(await linkFor(person)).expect(201);
    expect((await forum.ask(person, 'GET', 'documents')).body.code).toBe('login-required');
  });

  it('[P11] want a password of 12 to 200 characters and leave the link alone otherwise', async () => {
    const token = await linkFor(await forum.person(by, { role: 'observer' }));
    for (const password of ['short', 'x'.repeat(201)]) {
      expect((await accept(token, password)).body).toMatchObject({ status: 422, errors: [{ pointer: '/password' }] });
    }
    await accept(token).expect(201);
  });

  it('[P11] keep nothing but the hash of their secret', async () => {
    const token = await linkFor(await forum.person(by, { role: 'observer' }));
    const rows: object[] = await forum.dataSource.query('SELECT row_to_json(link) AS link FROM link');
    expect(JSON.stringify(rows)).not.toContain(token);
    const ledger: object[] = await forum.dataSource.query('SELECT payload FROM ledger_payload');
    expect(JSON.stringify(ledger)).not.toContain(token);
  });
});
