import type { ThreadView } from '@expert-forum/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Discussion, type Reader, type Who } from '../threads/discussion.fixture.js';
import { forgetNotices, homeOf, inboxOf, kindsOf, Listener, read, said, unreadOf } from './inbox.fixture.js';

const MARK = 'zq7-caucus-mark';
const MEMBERS: Who[] = ['expert', 'colleague', 'focal'];

let discussion: Discussion;
let reader: Reader;
let thread: ThreadView;
const listeners = new Map<Who, Listener>();

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
  for (const who of Object.keys(discussion.people) as Who[]) listeners.set(who, new Listener((await discussion.read(who)).raw));
}, 60_000);
afterAll(() => discussion.stop());
beforeEach(async () => {
  await forgetNotices(discussion.forum);
  thread = await discussion.open('expert', reader, { visibility: 'centre', body: `${MARK} opened` });
  await discussion.must('colleague', 'POST', `threads/${thread.id}/comments`, said({ body: `${MARK} mentions`, mentions: [discussion.people.focal.memberId] }));
  await discussion.must('colleague', 'POST', `threads/${thread.id}/resolution`, { disposition: 'noted', reason: MARK });
});

const others = (): Who[] => (Object.keys(discussion.people) as Who[]).filter((who) => !MEMBERS.includes(who));

describe('[IN4] a centre’s thread', () => {
  it('tells its own', async () => {
    expect(await kindsOf(discussion.forum, discussion.people.focal)).toEqual(['mentioned']);
    expect(await kindsOf(discussion.forum, discussion.people.expert)).toEqual(['thread_resolved', 'replied']);
    expect((await homeOf(discussion.forum, discussion.people.focal)).items.map(({ kind }) => kind)).toEqual(['notice']);
  });

  it('tells nobody else, by notice, number, first screen or stored row', async () => {
    for (const who of others()) {
      const person = discussion.people[who];
      expect([who, await inboxOf(discussion.forum, person)]).toEqual([who, { notices: [], unread: 0, next: null }]);
      expect([who, await unreadOf(discussion.forum, person)]).toEqual([who, 0]);
      expect(JSON.stringify(await homeOf(discussion.forum, person))).not.toMatch(new RegExp(`${MARK}|${thread.id}`));
      expect((await read(discussion.forum, person, { threadId: thread.id })).body).toEqual({ unread: 0 });
    }
    const rows: { mandateId: string }[] = await discussion.forum.dataSource.query('SELECT DISTINCT mandate_id AS "mandateId" FROM notice');
    const own = MEMBERS.map((who) => discussion.people[who].mandateId);
    expect(rows.filter(({ mandateId }) => !own.includes(mandateId))).toEqual([]);
  });

  it('is no number of open comments on anybody else’s first screen', async () => {
    const counts = async (who: Who): Promise<number[]> => (await homeOf(discussion.forum, discussion.people[who])).items.map(({ openThreads }) => openThreads);
    await discussion.must('expert', 'POST', `threads/${thread.id}/reopening`);
    expect((await counts('expert')).some((count) => count > 0)).toBe(true);
    for (const who of others()) expect([who, (await counts(who)).filter((count) => count > 0)]).toEqual([who, []]);
  });

  it('is heard by nobody else: an event reaches only those who are told', async () => {
    // What everybody hears comes after it, so that what was not heard until then was not sent.
    const before = new Map([...listeners].map(([who, { heard }]) => [who, heard]));
    await discussion.must('colleague', 'POST', `threads/${thread.id}/reopening`);
    await discussion.must('colleague', 'POST', `threads/${thread.id}/comments`, said({ body: MARK, mentions: [discussion.people.focal.memberId] }));
    const all = others().map((who) => discussion.people[who].memberId);
    await discussion.open('expert', reader, { mentions: all });
    for (const who of others()) {
      const listener = listeners.get(who);
      await listener?.until((before.get(who) ?? 0) + 1);
      expect([who, listener?.heard]).toEqual([who, (before.get(who) ?? 0) + 1]);
    }
    expect(listeners.get('focal')?.heard).toBe((before.get('focal') ?? 0) + 1);
  });

  it('is shown to nobody whose mandate no longer reads it', async () => {
    const { forum, centres, people } = discussion;
    await forum.dataSource.query('UPDATE mandate SET centre_id = $2 WHERE id = $1', [people.focal.mandateId, centres.other]);
    expect(await inboxOf(forum, people.focal)).toEqual({ notices: [], unread: 0, next: null });
    await forum.dataSource.query('UPDATE mandate SET centre_id = $2 WHERE id = $1', [people.focal.mandateId, centres.own]);
    expect(await unreadOf(forum, people.focal)).toBe(1);
  });
});
