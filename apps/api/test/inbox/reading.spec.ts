import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Discussion, type Reader } from '../threads/discussion.fixture.js';
import { forgetNotices, inboxOf, noticesOf, read, said, unreadOf } from './inbox.fixture.js';

let discussion: Discussion;
let reader: Reader;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
}, 60_000);
afterAll(() => discussion.stop());

/** Three threads of the expert, answered one after the other. @returns their ids, the newest answer first */
async function answered(): Promise<string[]> {
  const ids: string[] = [];
  for (const about of ['shared platform', 'equal nodes', 'Costs']) {
    const { id } = await discussion.open('expert', reader, { about });
    discussion.forum.clock.advance(60_000);
    await discussion.must('stranger', 'POST', `threads/${id}/comments`, said());
    ids.unshift(id);
  }
  return ids;
}

const expert = (): (typeof discussion.people)['expert'] => discussion.people.expert;
const isRead = async (): Promise<boolean[]> => (await noticesOf(discussion.forum, expert())).map((notice) => notice.isRead);

describe('reading', () => {
  let threads: string[];
  beforeEach(async () => {
    await forgetNotices(discussion.forum);
    threads = await answered();
  });

  it('[IN10] [IN11] is of single notices, of which the newest stands first', async () => {
    const notices = await noticesOf(discussion.forum, expert());
    expect(notices.map(({ thread }) => thread?.id)).toEqual(threads);
    const { body } = await read(discussion.forum, expert(), { ids: [notices[1]?.id] }).expect(200);
    expect([body, await isRead()]).toEqual([{ unread: 2 }, [false, true, false]]);
    await read(discussion.forum, expert(), { ids: [notices[1]?.id] }).expect(200);
    expect(await unreadOf(discussion.forum, expert())).toBe(2);
  });

  it('[IN10] is of a thread that was opened', async () => {
    await discussion.must('moderator', 'POST', `threads/${threads[0]}/comments`, said());
    expect((await read(discussion.forum, expert(), { threadId: threads[0] })).body).toEqual({ unread: 2 });
  });

  it('[IN10] is of all up to the newest that is shown: what comes meanwhile stays unread', async () => {
    const [newest] = await noticesOf(discussion.forum, expert());
    await discussion.must('moderator', 'POST', `threads/${threads[2]}/comments`, said());
    expect((await read(discussion.forum, expert(), { upTo: newest?.place })).body).toEqual({ unread: 1 });
    expect(await isRead()).toEqual([false, true, true, true]);
  });

  it('[IN10] marks nothing of another mandate, and says nothing of what it does not know', async () => {
    const ids = (await noticesOf(discussion.forum, expert())).map(({ id }) => id);
    for (const reading of [{ ids }, { threadId: threads[0] }, { upTo: '2030-01-01T00:00:00.000Z_1' }]) {
      expect((await read(discussion.forum, discussion.people.stranger, reading)).body).toEqual({ unread: 0 });
    }
    expect((await read(discussion.forum, expert(), { ids: [randomUUID()] })).body).toEqual({ unread: 3 });
  });

  it('[IN10] leaves no row in the ledger', async () => {
    const rows = (): Promise<unknown> => discussion.forum.dataSource.query('SELECT count(*) FROM ledger');
    const before = await rows();
    await read(discussion.forum, expert(), { threadId: threads[0] }).expect(200);
    expect(await rows()).toEqual(before);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['two things', { threadId: randomUUID(), ids: [randomUUID()] }],
    ['no ids', { ids: [] }],
    ['what is no id', { ids: ['all'] }],
    ['null for a thread', { threadId: null }],
    ['a place that is none', { upTo: 'now' }],
    ['a time that does not exist', { upTo: '2026-13-41T25:00:00.000Z_1' }],
    ['a number that no notice has', { upTo: `2026-11-24T09:00:00.000Z_${'9'.repeat(16)}` }],
    ['more than was asked for', { threadId: randomUUID(), mandateId: randomUUID() }],
  ])('[P11] names what it does not take: %s', async (_what, reading) => {
    const { status, body } = await read(discussion.forum, expert(), reading);
    expect([status, body.code]).toEqual([422, 'input-invalid']);
  });
});

describe('a long inbox', () => {
  it('[IN11] has 100 notices a page, none twice and none left out, and one number for all', async () => {
    await forgetNotices(discussion.forum);
    const [thread] = await answered();
    await discussion.forum.dataSource.query(
      `INSERT INTO notice (id, mandate_id, kind, cause, ledger_seq, at, section_id, thread_id)
       SELECT gen_random_uuid(), $1, 'thread_reopened', gen_random_uuid(), 0, $3::timestamptz - n / 7 * interval '1 minute', $4, $2 FROM generate_series(0, 247) n`,
      [expert().mandateId, thread, discussion.forum.clock.now(), discussion.sectionId],
    );
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page = await inboxOf(discussion.forum, expert(), next ?? undefined);
      expect(page.unread).toBe(251);
      seen.push(...page.notices.map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    expect([seen.length, new Set(seen).size]).toEqual([251, 251]);
    for (const after of ['1', '2026-13-41T25:00:00.000Z_1']) {
      expect((await discussion.forum.ask(expert(), 'GET', `inbox?after=${after}`)).body.code).toBe('input-invalid');
    }
    expect((await inboxOf(discussion.forum, expert(), '9999-12-31T23:59:59.999Z_9999999999')).notices).toHaveLength(100);
  });
});
