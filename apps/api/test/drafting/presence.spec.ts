import type { PresenceNews } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { DeafLine } from './deaf-line.fixture.js';
import { RawConnection } from './raw-connection.fixture.js';

const PING_MS = 150;

let forum: RunningForum;
let visitors: Visitor[];
const opened: RawConnection[] = [];

beforeAll(async () => {
  forum = await startDemonstration({ pingMs: PING_MS });
  visitors = await Promise.all(forum.drafting.drafters.map((email) => forum.enter(email)));
}, 60_000);
afterEach(() => opened.splice(0).forEach((raw) => raw.close()));
afterAll(() => forum.stop());

async function enter(which: 0 | 1, url = forum.url): Promise<RawConnection> {
  const visitor = visitors[which];
  if (visitor === undefined) throw new Error('two have signed in');
  const raw = await RawConnection.of({ url }, visitor);
  opened.push(raw);
  await raw.join(forum.drafting.sectionId);
  return raw;
}

const move = (raw: RawConnection, cursor: unknown): Promise<{ ok: boolean }> => raw.ask('presence:move', { channel: raw.channel, cursor });

const names = (connection: string) => (news: PresenceNews): boolean => news.people.some((person) => person.connection === connection);

describe('presence', () => {
  it('[R9] names everybody to whoever comes late, and nobody to themselves', async () => {
    const [first, second] = [await enter(0), await enter(1)];
    await first.told(names(second.id));
    await Promise.all([move(first, { anchor: 1, head: 2 }), move(second, { anchor: 3, head: 4 })]);
    await first.told(({ people }) => people.some(({ cursor }) => cursor !== null));
    const late = await enter(0);
    const { people, isWhole } = await late.told((news) => news.isWhole);
    expect(isWhole).toBe(true);
    expect(new Map(people.map(({ connection, cursor }) => [connection, cursor]))).toEqual(
      new Map([
        [first.id, { anchor: 1, head: 2 }],
        [second.id, { anchor: 3, head: 4 }],
      ]),
    );
    await first.told(names(late.id));
    for (const raw of [first, second, late]) expect(raw.presence.filter(names(raw.id))).toEqual([]);
  });

  it('[R9] tells the others of a move what has changed, with the name that the server gives', async () => {
    const [first, second] = [await enter(0), await enter(1)];
    await second.told(names(first.id));
    await move(first, { anchor: 'a', head: 'b' });
    const news = await second.told(({ people }) => people.some(({ cursor }) => cursor !== null));
    expect(news).toEqual({
      channel: first.channel,
      isWhole: false,
      gone: [],
      people: [{ connection: first.id, label: expect.stringMatching(/^[A-Z]{3}-/), colour: expect.stringMatching(/^var\(--[A-Z]{3}\)$/), cursor: { anchor: 'a', head: 'b' } }],
    });
  });

  it.each(['connection', 'label', 'colour'])('[R9] takes no %s from a client', async (member) => {
    const [first, second] = [await enter(0), await enter(1)];
    const forged = { channel: first.channel, cursor: null, [member]: second.id };
    expect(await first.ask('presence:move', forged)).toMatchObject({ ok: false, problem: { code: 'input-invalid', errors: [{ pointer: `/${member}` }] } });
  });

  it('[PR11] over 2 KiB is dropped, and whoever goes on with it is closed', async () => {
    const [first, second] = [await enter(0), await enter(1)];
    await second.told(names(first.id));
    expect(await move(first, { anchor: 'x'.repeat(LIMITS.presence.bytes) })).toMatchObject({ ok: false, problem: { code: 'input-invalid', errors: [{ pointer: '/cursor' }] } });
    const reason = first.closed();
    for (let times = 0; times < 30; times++) first.socket.emit('presence:move', { channel: first.channel, cursor: 'x'.repeat(LIMITS.presence.bytes) });
    expect(await reason).toMatchObject({ code: 4429, problem: { code: 'rate-exceeded', retryAfter: 1 } });
    await second.told(({ gone }) => gone.includes(first.id));
    expect(second.presence.flatMap(({ people }) => people).filter(({ cursor }) => cursor !== null)).toEqual([]);
  });

  it('[PR11] more than ten times a second is dropped, and whoever goes on with it is closed', async () => {
    const first = await enter(0);
    const answers = await Promise.all(Array.from({ length: 25 }, (_, at) => move(first, at)));
    expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThan(0);
    const reason = first.closed();
    for (let times = 0; times < 60; times++) first.socket.emit('presence:move', { channel: first.channel, cursor: times });
    expect(await reason).toMatchObject({ code: 4429 });
  });

  it('[R9] ends with leaving, and with a line that goes dead', async () => {
    const [line, watcher, leaver] = [await DeafLine.to(forum.url), await enter(0), await enter(1)];
    const lost = await enter(1, line.url);
    await watcher.told(names(lost.id));
    await leaver.ask('section:leave', { sectionId: forum.drafting.sectionId });
    await watcher.told(({ gone }) => gone.includes(leaver.id));
    line.goDead();
    await watcher.told(({ gone }) => gone.includes(lost.id));
    line.stop();
  });

  it('[R9] never begins for a connection that ends while it joins', async () => {
    const [visitor, watcher] = [visitors[1], await enter(0)];
    if (visitor === undefined) throw new Error('two have signed in');
    for (let times = 0; times < 8; times++) {
      const hasty = await RawConnection.of(forum, visitor);
      hasty.socket.emit('section:join', { sectionId: forum.drafting.sectionId, schema: 1, resume: [], fresh: 2 });
      await hasty.ask('section:leave', { sectionId: 's-0000000000' }); // answered while the section is still being read
      hasty.close();
    }
    for (let times = 0; times < 3; times++) await watcher.join(forum.drafting.sectionId);
    const late = await enter(1);
    const { people } = await late.told((news) => news.isWhole);
    expect(people.map(({ connection }) => connection)).toEqual([watcher.id]);
  });
});
