import { SCHEMA_VERSION } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Person } from '../people/forum.fixture.js';
import { Discussion } from '../threads/discussion.fixture.js';
import { RawConnection } from './raw-connection.fixture.js';

let discussion: Discussion;

beforeAll(async () => {
  discussion = await Discussion.start();
}, 60_000);
afterAll(() => discussion.stop());

it('[PR4] a section takes 500 connections, asks the next one to wait, and has a place for it when one has left', async () => {
  const { forum, by, sectionId } = discussion;
  const { perSection, perMember, handshakesPerSecond } = LIMITS.connections;
  const now = Date.now;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + (1_000 * open.length) / handshakesPerSecond);
  const open: RawConnection[] = [];
  const connect = async (person: Person): Promise<RawConnection> => {
    const { body } = await forum.ask(person, 'POST', 'tickets', { mandateId: person.mandateId }).expect(201);
    const connection = await RawConnection.open(forum.url, body);
    open.push(connection);
    return connection;
  };
  while (open.length < perSection) {
    const member = await forum.person(by, { role: 'observer' });
    await Promise.all(Array.from({ length: Math.min(perMember, perSection - open.length) }, () => connect(member)));
  }
  // All at once: who is there is told together, not five hundred times to everybody.
  await Promise.all(open.map((connection) => connection.join(sectionId)));
  const next = await connect(await forum.person(by, { role: 'observer' }));
  const asked = { sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 0 };
  expect(await next.ask('section:join', asked)).toMatchObject({ ok: false, problem: { code: 'connections-exceeded', status: 429, retryAfter: 10 } });
  expect(await open[0]?.ask('section:leave', { sectionId })).toMatchObject({ ok: true });
  expect(await next.ask('section:join', asked)).toMatchObject({ ok: true });
  expect(await open[0]?.ask('section:join', asked)).toMatchObject({ ok: false, problem: { code: 'connections-exceeded' } });
  open.forEach((connection) => connection.close());
  clock.mockRestore();
}, 180_000);
