import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@expert-forum/domain';
import { Passwords } from '../../src/platform/auth/passwords.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

const PASSWORD = 'the right password';
const { window: WINDOW, perAccount, perAddress } = LIMITS.signIn;

let forum: TestForum;
let by: InstallationPerformer;
let person: Person;
let passwordHash: string;

const signIn = (email: string, password: string, from = '203.0.113.1') =>
  forum.ask(null, 'POST', 'logins', { email, password }).set('X-Forwarded-For', from);
const code = async (answer: ReturnType<typeof signIn>): Promise<string | number> => {
  const { status, body } = await answer;
  return body.code ?? status;
};

beforeAll(async () => {
  forum = await TestForum.start({ TRUST_PROXY: 'true' });
  by = await forum.open();
  passwordHash = await forum.app.get(Passwords).hash(PASSWORD);
});
afterAll(() => forum.stop());
beforeEach(async () => {
  forum.clock.advance(WINDOW);
  person = await forum.person(by, { role: 'observer' });
  await forum.dataSource.query('UPDATE member SET password_hash = $2 WHERE id = $1', [person.memberId, passwordHash]);
});

describe('signing in', () => {
  it('[PE12] keeps passwords as argon2id', () => {
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('[PE12] answers with the member and the mandates in force, and sets a cookie that no script reads', async () => {
    await forum.person(by, { role: 'moderator' });
    const { status, body, headers } = await signIn(person.email.toUpperCase(), PASSWORD);
    expect(status).toBe(201);
    expect(body).toEqual({
      member: { id: person.memberId, name: expect.any(String), email: person.email, language: 'en' },
      mandates: [{ id: person.mandateId, forumId: by.forumId, role: 'observer', centre: null, startsAt: expect.any(String), endsAt: null }],
    });
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^forum_login=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)]);
  });

  it('[PE12] gives one answer for an unknown address, a wrong password, no password yet and a suspended member', async () => {
    const invited = await forum.person(by, { role: 'observer' }, { hasJoined: false });
    const suspended = await forum.person(by, { role: 'observer' });
    await forum.dataSource.query('UPDATE member SET password_hash = $2, suspended_at = now() WHERE id = $1', [suspended.memberId, passwordHash]);
    const answers = await Promise.all([
      signIn('nobody@forum.example', PASSWORD),
      signIn(person.email, 'a wrong password'),
      signIn(invited.email, PASSWORD),
      signIn(suspended.email, PASSWORD),
    ]);
    for (const { status, body, headers } of answers) {
      const { instance, ...rest } = body;
      expect([status, rest, headers['set-cookie']]).toEqual([
        401,
        { type: expect.stringContaining('sign-in-failed'), title: 'The address or the password is not right', status: 401, code: 'sign-in-failed' },
        undefined,
      ]);
      expect(instance).toMatch(/^urn:uuid:/);
    }
  });

  it('[PE12] works as hard for an unknown address as for a wrong password', async () => {
    const passwords = forum.app.get(Passwords);
    const took = async (stored: string | null): Promise<number> => {
      const times = [];
      for (let round = 0; round < 7; round += 1) {
        const start = performance.now();
        await passwords.isRight('a wrong password', stored);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    const [unknown, wrong] = [await took(null), await took(passwordHash)];
    expect(unknown / wrong).toBeGreaterThan(0.5);
    expect(unknown / wrong).toBeLessThan(2);
  });
});

describe('failing to sign in', () => {
  it('[PE12] is limited an account, from wherever, until the window has passed', async () => {
    for (let attempt = 0; attempt < perAccount; attempt += 1) {
      expect(await code(signIn(person.email, 'wrong', `198.51.100.${attempt}`))).toBe('sign-in-failed');
      forum.clock.advance(1_000);
    }
    const { body, headers } = await signIn(person.email, PASSWORD, '192.0.2.1');
    const seconds = WINDOW / 1_000 - perAccount;
    expect([body.status, body.code, body.retryAfter, headers['retry-after']]).toEqual([429, 'sign-in-limited', seconds, String(seconds)]);
    forum.clock.advance(seconds * 1_000 + 1);
    expect(await code(signIn(person.email, PASSWORD, '192.0.2.1'))).toBe(201);
  });

  it('[PE12] is counted as much for an account that does not exist', async () => {
    for (let attempt = 0; attempt < perAccount; attempt += 1) await signIn('nobody@forum.example', 'wrong', `198.51.100.${attempt}`);
    expect(await code(signIn('Nobody@forum.example', 'wrong', '192.0.2.1'))).toBe('sign-in-limited');
  });

  it('[PE12] is limited an address, over all accounts; what a client claims of its address does not count', async () => {
    for (let attempt = 0; attempt < perAddress; attempt += 1) {
      expect(await code(signIn(`nobody-${attempt}@forum.example`, 'wrong', `10.0.0.${attempt}, 203.0.113.9`))).toBe('sign-in-failed');
    }
    expect(await code(signIn(person.email, PASSWORD, '10.9.9.9, 203.0.113.9'))).toBe('sign-in-limited');
    expect(await code(signIn(person.email, PASSWORD, '10.9.9.9, 203.0.113.10'))).toBe(201);
  });

  it('[PE12] counts when it is tried many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: perAccount * 2 }, (_, n) => code(signIn(person.email, 'wrong', `198.51.100.${n}`))));
    expect(answers.filter((each) => each === 'sign-in-failed')).toHaveLength(perAccount);
  });

  it('[PE12] is forgotten for the account that signs in; signing in itself is not limited', async () => {
    for (let round = 0; round < perAddress / 5 + 1; round += 1) {
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await code(signIn(person.email, PASSWORD))).toBe(201);
    }
    for (let attempt = 1; attempt < perAccount; attempt += 1) await signIn(person.email, 'wrong');
    expect(await code(signIn(person.email, PASSWORD))).toBe(201);
    for (let attempt = 1; attempt < perAccount; attempt += 1) expect(await code(signIn(person.email, 'wrong'))).toBe('sign-in-failed');
  });
});
