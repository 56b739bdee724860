import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

const HOUR = 3_600_000;

let forum: TestForum;
let by: InstallationPerformer;
let person: Person;

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  person = await forum.person(by, { role: 'observer' });
});

const isSignedIn = async (cookie: string): Promise<boolean> => {
  const { status, body } = await forum.ask({ ...person, cookie }, 'GET', 'logins/current');
  if (status !== 200) expect(body.code).toBe('login-required');
  return status === 200;
};

describe('a login', () => {
  it('[PE12] is kept as the hash of its secret', async () => {
    const rows: object[] = await forum.dataSource.query('SELECT row_to_json(login) AS login FROM login');
    expect(JSON.stringify(rows)).not.toContain(person.cookie.split('=')[1]);
  });

  it('[PE12] ends here, or everywhere, and the cookie goes', async () => {
    const elsewhere = await forum.signIn(person.memberId);
    const third = await forum.signIn(person.memberId);
    const { headers } = await forum.ask(person, 'DELETE', 'logins/current').expect(204);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^forum_login=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
    expect([await isSignedIn(person.cookie), await isSignedIn(elsewhere)]).toEqual([false, true]);
    await forum.ask({ ...person, cookie: elsewhere }, 'DELETE', 'logins').expect(204);
    expect([await isSignedIn(elsewhere), await isSignedIn(third)]).toEqual([false, false]);
    await forum.ask({ ...person, cookie: third }, 'DELETE', 'logins').expect(401);
  });

  it('[PE12] ends twelve hours after it was last used', async () => {
    for (let round = 0; round < 3; round += 1) {
      forum.clock.advance(12 * HOUR - 1);
      expect(await isSignedIn(person.cookie)).toBe(true);
    }
    forum.clock.advance(12 * HOUR);
    expect(await isSignedIn(person.cookie)).toBe(false);
  });

  it('[PE12] ends seven days after it began, however much it is used', async () => {
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      forum.clock.advance(8 * HOUR);
      expect(await isSignedIn(person.cookie)).toBe(true);
    }
    forum.clock.advance(8 * HOUR);
    expect(await isSignedIn(person.cookie)).toBe(false);
  });

  it.each(['', 'forum_login=', 'forum_login=unknown', 'forum_login=%00', 'other=1; forum_login=x; forum_login=y'])(
    '[PE12] is not found by the cookie "%s"',
    async (cookie) => expect(await isSignedIn(cookie)).toBe(false),
  );
});

describe('a ticket', () => {
  it('[PR1] lives for thirty seconds, and not a moment longer', async () => {
    const openAfter = async (milliseconds: number): Promise<string> => {
      const { body } = await forum.ask(person, 'POST', 'tickets', { mandateId: person.mandateId }).expect(201);
      forum.clock.advance(milliseconds);
      return RawConnection.open(forum.url, { ticket: body.ticket }).then((connection) => (connection.close(), 'opened'), ({ code }) => code);
    };
    expect([await openAfter(LIMITS.ticket.life - 1), await openAfter(LIMITS.ticket.life)]).toEqual(['opened', 'ticket-invalid']);
  });
});

describe('every write', () => {
  const write = (headers: Record<string, string>) =>
    request(forum.url).post('/api/v1/tickets').set({ Cookie: person.cookie, ...headers }).send({ mandateId: person.mandateId });
  const OWN = { 'X-Forum-Request': '1' };

  it('[PE14] carries the header that no form of another site can set', async () => {
    expect((await write({})).body).toMatchObject({ status: 403, code: 'request-header-missing' });
    expect((await write({ 'X-Forum-Request': 'true' })).body.code).toBe('request-header-missing');
    await write(OWN).expect(201);
  });

  it('[PE14] comes from an own page, where it says from which', async () => {
    await write({ ...OWN, Origin: forum.url }).expect(201);
    for (const Origin of ['https://elsewhere.example', 'null', forum.url.replace(/\d+$/, '1'), `${forum.url}.elsewhere.example`, 'garbage']) {
      expect((await write({ ...OWN, Origin })).body).toMatchObject({ status: 403, code: 'origin-not-allowed' });
    }
  });
});

describe('under https', () => {
  let secure: TestForum;
  beforeAll(async () => {
    secure = await TestForum.start({ PUBLIC_URL: 'https://forum.example' });
  });
  afterAll(() => secure.stop());

  it('[PE14] the cookie belongs to this host and to https alone, and only the public origin may write', async () => {
    const { memberId, mandateId } = await secure.person(await secure.open(), { role: 'observer' });
    const secret = (await secure.signIn(memberId)).split('=')[1] ?? '';
    const bare = { mandateId, cookie: `forum_login=${secret}` };
    const host = { mandateId, cookie: `__Host-forum_login=${secret}` };
    await secure.ask(bare, 'GET', 'logins/current').expect(401);
    await secure.ask(host, 'GET', 'logins/current').expect(200);
    await secure.ask(host, 'POST', 'tickets', { mandateId }).set('Origin', 'https://forum.example').expect(201);
    await secure.ask(host, 'POST', 'tickets', { mandateId }).set('Origin', secure.url).expect(403);
    const { headers } = await secure.ask(host, 'DELETE', 'logins/current').expect(204);
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-forum_login=; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('a ticket', () => {
  const issue = async (of = person, mandateId = of.mandateId): Promise<{ ticket: string; code?: string }> =>
    (await forum.ask(of, 'POST', 'tickets', { mandateId })).body;
  const open = (ticket: string): Promise<RawConnection> => RawConnection.open(forum.url, { ticket });

  it('[PE15] opens one connection within 30 seconds', async () => {
    const { ticket } = await issue();
    forum.clock.advance(29_999);
    (await open(ticket)).close();
    await expect(open(ticket)).rejects.toMatchObject({ code: 'ticket-invalid' });
    const { ticket: late } = await issue();
    forum.clock.advance(30_000);
    await expect(open(late)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });

  it('[PE15] opens one connection when it is used twice at once', async () => {
    const { ticket } = await issue();
    const attempts = await Promise.allSettled([open(ticket), open(ticket), open(ticket)]);
    const opened = attempts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(opened).toHaveLength(1);
    opened.forEach((connection) => connection.close());
  });

  it('[PE15] is swept when the next one is issued behind its time', async () => {
    const { ticket } = await issue();
    forum.clock.advance(30_001);
    await issue();
    const left = await forum.dataSource.query('SELECT hash FROM ticket JOIN login ON login.id = login_id WHERE member_id = $1', [person.memberId]);
    expect(left).toHaveLength(1);
    await expect(open(ticket)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });

  it('[PE15] is issued for a mandate that is held and in force', async () => {
    const other = await forum.person(by, { role: 'moderator' });
    expect(await issue(person, other.mandateId)).toMatchObject({ code: 'mandate-not-held' });
    await forum.dataSource.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [person.mandateId]);
    expect(await issue()).toMatchObject({ code: 'mandate-not-held' });
  });

  it.each<[string, (of: Person) => Promise<unknown>]>([
    ['signing out', (of) => forum.ask(of, 'DELETE', 'logins/current')],
    ['a suspension', ({ memberId }) => forum.dataSource.query('UPDATE member SET suspended_at = now() WHERE id = $1', [memberId])],
    ['a withdrawal', ({ mandateId }) => forum.dataSource.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [mandateId])],
  ])('[PE15] is worth nothing after %s', async (_what, happen) => {
    const { ticket } = await issue();
    await happen(person);
    await expect(open(ticket)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });

  it('[PE15] is worth nothing once its login has grown too old', async () => {
    await forum.dataSource.query('UPDATE login SET created_at = $2 WHERE member_id = $1', [
      person.memberId,
      new Date(forum.clock.now().getTime() - 7 * 24 * HOUR + 10_000),
    ]);
    const { ticket } = await issue();
    forum.clock.advance(10_000);
    await expect(open(ticket)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });
});
