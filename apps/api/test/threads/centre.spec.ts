import type { ThreadView } from '@expert-forum/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { FollowThreads } from '../../src/features/threads/follow-threads.js';
import { Discussion, type Reader, type Who } from './discussion.fixture.js';

const MEMBERS: Who[] = ['expert', 'colleague', 'focal'];

let discussion: Discussion;
let reader: Reader;
let thread: ThreadView;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
  thread = await discussion.open('expert', reader, { visibility: 'centre', body: 'Among ourselves' });
}, 60_000);
afterAll(() => discussion.stop());

const reply = (change: object = {}): object => ({ key: randomUUID(), body: 'Agreed.', mentions: [], ...change });
const sees = async (who: Who): Promise<boolean> => (await discussion.list(who)).some(({ id }) => id === thread.id);

describe('[TH1] a thread of a centre', () => {
  it('is opened by whoever acts for a centre, and is that centre’s', async () => {
    expect(thread).toMatchObject({ visibility: 'centre', centreId: discussion.centres.own });
    for (const who of ['moderator', 'rapporteur', 'translator', 'observer', 'secretariat'] as const) {
      const asked = discussion.newThread(reader.places('Hub'), { visibility: 'centre' });
      expect((await discussion.ask(who, 'POST', `sections/${discussion.sectionId}/threads`, asked)).body.code).toBe('not-allowed');
    }
  });

  it('is listed, answered, settled and reopened by each of its members', async () => {
    for (const who of MEMBERS) {
      expect([who, await sees(who)]).toEqual([who, true]);
      await discussion.must(who, 'POST', `threads/${thread.id}/comments`, reply());
      await discussion.must(who, 'POST', `threads/${thread.id}/resolution`, { disposition: 'accepted', reason: 'Ours.' });
      await discussion.must(who, 'POST', `threads/${thread.id}/reopening`);
    }
    expect((await discussion.ledger()).every(({ object, centreId }) => object['thread'] !== thread.id || centreId === discussion.centres.own)).toBe(true);
  });

  it('is neither listed nor found for anybody else', async () => {
    for (const who of Object.keys(discussion.people) as Who[]) {
      if (MEMBERS.includes(who)) continue;
      expect([who, await sees(who)]).toEqual([who, false]);
      const { status } = await discussion.ask(who, 'POST', `threads/${thread.id}/comments`, reply());
      expect([403, 404]).toContain(status);
    }
  });

  it('is told to those members who have the section open, and to nobody else there', async () => {
    const [colleague, stranger, moderator] = [await discussion.read('colleague'), await discussion.read('stranger'), await discussion.read('moderator')];
    const own = await discussion.must('focal', 'POST', `threads/${thread.id}/comments`, reply());
    const ofForum = await discussion.open('expert', reader, { about: 'Costs' });
    await Promise.all([colleague, stranger, moderator].map((each) => each.until(({ id }) => id === ofForum.id)));
    expect(colleague.threads.get(thread.id)).toEqual(own);
    for (const other of [stranger, moderator]) expect(other.heard.map(({ id }) => id)).toEqual([ofForum.id]);
  });

  it('[TH8] mentions members of that centre alone', async () => {
    const { colleague, stranger, moderator } = discussion.people;
    const mention = async (memberId: string): Promise<number> => (await discussion.ask('expert', 'POST', `threads/${thread.id}/comments`, reply({ mentions: [memberId] }))).status;
    expect(await Promise.all([colleague, stranger, moderator].map(({ memberId }) => mention(memberId)))).toEqual([201, 422, 422]);
  });

  it('is seen by a member of two centres only when speaking for this one', async () => {
    const { forum, by, people, centres } = discussion;
    const inBoth = await forum.person(by, { role: 'expert', centreId: centres.other });
    await forum.dataSource.query(
      `INSERT INTO mandate (id, forum_id, member_id, centre_id, role, starts_at)
       SELECT $1, forum_id, $2, centre_id, role, starts_at FROM mandate WHERE id = $3`,
      ['0b0b0b0b-0000-4000-8000-00000000000b', inBoth.memberId, people.expert.mandateId],
    );
    const listed = async (mandateId: string): Promise<boolean> => {
      const { body } = await forum.ask({ ...inBoth, mandateId }, 'GET', `sections/${discussion.sectionId}/threads`);
      return body.threads.some(({ id }: ThreadView) => id === thread.id);
    };
    expect(await listed(inBoth.mandateId)).toBe(false);
    expect(await listed('0b0b0b0b-0000-4000-8000-00000000000b')).toBe(true);
  });

  it('takes a stranger the same steps as one that was never opened: no time tells them apart', async () => {
    // What the node asks of itself between times is nobody's step.
    await discussion.forum.app.get(FollowThreads, { strict: false }).onModuleDestroy();
    const asked = jest.spyOn(Client.prototype, 'query');
    /** The statements about threads and comments, without their values. */
    const stepsOf = async (threadId: string, commentId: string): Promise<string[]> => {
      asked.mockClear();
      await discussion.ask('moderator', 'POST', `threads/${threadId}/comments`, reply());
      await discussion.ask('moderator', 'PUT', `threads/${threadId}/anchor`, reader.places('Hub'));
      await discussion.ask('moderator', 'DELETE', `comments/${commentId}`);
      await discussion.ask('moderator', 'GET', `comments/${commentId}/trace`);
      return asked.mock.calls.map(([statement]) => String(statement)).filter((statement) => /thread|comment/.test(statement));
    };
    const steps = await stepsOf(thread.id, thread.comments[0]?.id ?? '');
    expect(steps).toEqual(await stepsOf(randomUUID(), randomUUID()));
    expect(steps.length).toBeGreaterThan(4);
    asked.mockRestore();
  });
});
