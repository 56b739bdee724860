import { newParagraphId } from '@expert-forum/collab';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

const HOUR = 3_600_000;

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;
let person: Person;
const opened: RawConnection[] = [];

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  secretariat = await forum.person(by, { role: 'secretariat' });
  person = await forum.person(by, { role: 'observer' });
});
afterEach(() => opened.splice(0).forEach((connection) => connection.close()));

async function open(of: Person, url = forum.url): Promise<RawConnection> {
  const { body } = await forum.ask(of, 'POST', 'tickets', { mandateId: of.mandateId }).expect(201);
  const connection = await RawConnection.open(url, { ticket: body.ticket });
  opened.push(connection);
  return connection;
}

/** @returns the close code, the problem, and whether it came within a second */
async function closing(connection: RawConnection, happen: () => unknown): Promise<[number, string, boolean]> {
  const closed = connection.closed();
  await happen();
  const since = Date.now();
  const { code, problem } = await closed;
  return [code, problem.code, Date.now() - since < 1_000];
}

describe('an open connection', () => {
  const inAnHour = (): string => new Date(forum.clock.now().getTime() + HOUR).toISOString();

  it.each<[string, () => unknown, number, string]>([
    ['its mandate is withdrawn', () => forum.ask(secretariat, 'POST', `mandates/${person.mandateId}/withdrawal`), 4403, 'mandate-not-held'],
    ['its member is suspended', () => forum.ask(secretariat, 'POST', `members/${person.memberId}/suspension`), 4401, 'login-required'],
    ['its member signs out', () => forum.ask(person, 'DELETE', 'logins/current'), 4401, 'login-required'],
    ['its login has idled for twelve hours', () => forum.clock.advance(12 * HOUR), 4401, 'login-required'],
  ])('[P4] ends within a second when %s', async (_what, happen, code, problem) => {
    expect(await closing(await open(person), happen)).toEqual([code, problem, true]);
  });

  it('[P4] ends within a second when its mandate comes to its end', async () => {
    await forum.ask(secretariat, 'PATCH', `mandates/${person.mandateId}`, { endsAt: inAnHour() }).expect(204);
    expect(await closing(await open(person), () => forum.clock.advance(HOUR))).toEqual([4403, 'mandate-not-held', true]);
  });

  it('[P4] ends within a second when its member signs out everywhere else', async () => {
    const elsewhere = { ...person, cookie: await forum.signIn(person.memberId) };
    expect(await closing(await open(person), () => forum.ask(elsewhere, 'DELETE', 'logins'))).toEqual([4401, 'login-required', true]);
  });

  it('[P4] ends within a second on another node too', async () => {
    const other = await forum.anotherNode();
    await other.listen(0, '127.0.0.1');
    const connection = await open(person, (await other.getUrl()).replace('[::1]', '127.0.0.1'));
    const withdraw = () => forum.ask(secretariat, 'POST', `mandates/${person.mandateId}/withdrawal`);
    expect(await closing(connection, withdraw)).toEqual([4403, 'mandate-not-held', true]);
    await other.close();
  });

  it('[P4] ends within a second while the row of somebody else who is active is locked', async () => {
    const active = await open(await forum.person(by, { role: 'observer' }));
    const connection = await open(person);
    forum.clock.advance(HOUR);
    await active.ask('update:push', new Uint8Array(1)); // refused, and activity all the same
    const holder = forum.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM login FOR UPDATE');
    const withdraw = () => forum.dataSource.query('UPDATE mandate SET withdrawn_at = $2 WHERE id = $1', [person.mandateId, forum.clock.now()]);
    expect(await closing(connection, withdraw).finally(() => holder.rollbackTransaction())).toEqual([4403, 'mandate-not-held', true]);
    await holder.release();
  });

  it('[P4] stays when another login of the member ends', async () => {
    const elsewhere = { ...person, cookie: await forum.signIn(person.memberId) };
    const [kept, ended] = [await open(person), await open(elsewhere)];
    await closing(ended, () => forum.ask(elsewhere, 'DELETE', 'logins/current'));
    expect(kept.socket.connected).toBe(true);
  });

  it('[PE12] is kept from idling away by typing, and never longer than seven days', async () => {
    const moderator = await forum.person(by, { role: 'moderator' });
    const writer = await forum.person(by, { role: 'expert', centreId: await forum.centre(by, 'UZB-CTP') });
    const { sectionId } = await forum.section(moderator);
    await forum.ask(moderator, 'POST', `sections/${sectionId}/drafters`, { mandateId: writer.mandateId }).expect(204);
    const connection = await open(writer);
    await connection.join(sectionId);
    let n = 0;
    const type = async (): Promise<void> => {
      const update = connection.change((body) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.setAttribute('id', newParagraphId());
        body.insert(body.length, [paragraph]);
      });
      expect(await connection.push([update], { firstN: (n += 1) })).toMatchObject({ ok: true });
    };
    for (let round = 0; round < 3; round += 1) {
      const idle = await open(await forum.person(by, { role: 'observer' }));
      forum.clock.advance(8 * HOUR);
      await type();
      // Whoever is asked about in the same moment is closed: so the writer was asked about too.
      await closing(idle, () => forum.dataSource.query('UPDATE login SET ended_at = now() WHERE ended_at IS NULL AND member_id <> $1', [writer.memberId]));
      expect(connection.socket.connected).toBe(true);
    }
    await forum.ask(writer, 'GET', 'logins/current').expect(200);
    const almostSevenDaysAgo = new Date(forum.clock.now().getTime() - 167 * HOUR);
    await forum.dataSource.query('UPDATE login SET created_at = $2 WHERE member_id = $1', [writer.memberId, almostSevenDaysAgo]);
    expect(await closing(connection, () => forum.clock.advance(HOUR))).toEqual([4401, 'login-required', true]);
  });
});
