import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from './forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;

const suspend = (person: Person, memberId: string) => forum.ask(person, 'POST', `members/${memberId}/suspension`);
const readmit = (memberId: string) => forum.ask(secretariat, 'DELETE', `members/${memberId}/suspension`);
const passwordLink = (memberId: string) => forum.ask(secretariat, 'POST', `members/${memberId}/password-links`);

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  secretariat = await forum.person(by, { role: 'secretariat' });
});
afterAll(() => forum.stop());

describe('suspending a member', () => {
  it('[PE11] ends the logins, refuses new ones and lasts until the member is readmitted', async () => {
    const person = await forum.person(by, { role: 'observer' });
    const { body: link } = await passwordLink(person.memberId).expect(201);
    await suspend(secretariat, person.memberId).expect(204);
    expect((await forum.ask(person, 'GET', 'documents')).body.code).toBe('login-required');
    await expect(forum.signIn(person.memberId)).rejects.toMatchObject({ code: 'sign-in-failed' });
    const token = String(link.url).split('/').at(-1);
    expect((await forum.ask(null, 'GET', `links/${token}`)).body.code).toBe('link-invalid');
    expect((await passwordLink(person.memberId)).body.code).toBe('member-suspended');
    await readmit(person.memberId).expect(204);
    expect((await forum.ask(person, 'GET', 'documents')).body.code).toBe('login-required');
    await forum.ask({ ...person, cookie: await forum.signIn(person.memberId) }, 'GET', 'documents').expect(200);
  });

  it('[PE10] reaches members of the own forum only, and so do password links', async () => {
    const foreigner = await forum.person(await forum.open(), { role: 'observer' });
    for (const ask of [suspend(secretariat, foreigner.memberId), readmit(foreigner.memberId), passwordLink(foreigner.memberId)]) {
      expect((await ask).body.code).toBe('not-found');
    }
    await forum.ask(foreigner, 'GET', 'documents').expect(200);
  });
});

describe('the last of the secretariat', () => {
  const DAY = 86_400_000;
  const inDays = (days: number): string => new Date(forum.clock.now().getTime() + days * DAY).toISOString();
  const withdraw = (person: Person, mandateId = person.mandateId) => forum.ask(person, 'POST', `mandates/${mandateId}/withdrawal`);
  const limit = (person: Person, endsAt: string) => forum.ask(person, 'PATCH', `mandates/${person.mandateId}`, { endsAt });

  it('[PE8] is neither withdrawn, nor limited, nor suspended; somebody who never joined does not count', async () => {
    await forum.person(by, { role: 'secretariat' }, { hasJoined: false });
    for (const ask of [withdraw(secretariat), limit(secretariat, inDays(30)), suspend(secretariat, secretariat.memberId)]) {
      expect((await ask).body).toMatchObject({ status: 409, code: 'last-secretariat' });
    }
    await forum.ask(secretariat, 'GET', 'people').expect(200);
  });

  it('[PE8] may be limited to a time that another one reaches, and be given more time', async () => {
    const other = await forum.person(by, { role: 'secretariat', endsAt: inDays(10) });
    expect((await limit(secretariat, inDays(11))).body.code).toBe('last-secretariat');
    await limit(secretariat, inDays(10)).expect(204);
    await limit(secretariat, inDays(20)).expect(204);
    await withdraw(other).expect(204);
  });

  it('[PE8] remains when two go at the same moment', async () => {
    const two = [await forum.person(by, { role: 'secretariat' }), await forum.person(by, { role: 'secretariat' })];
    await withdraw(two[0] ?? secretariat, secretariat.mandateId).expect(204);
    const answers = await Promise.all(two.map((person) => withdraw(person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const last = answers[0]?.status === 409 ? two[0] : two[1];
    const others = [last ?? secretariat, await forum.person(by, { role: 'secretariat' })];
    const suspensions = await Promise.all(others.map((person) => suspend(person, person.memberId)));
    expect(suspensions.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});
