import type { ThreadView } from '@expert-forum/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Discussion, type Reader } from './discussion.fixture.js';

let discussion: Discussion;
let reader: Reader;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
}, 60_000);
afterAll(() => discussion.stop());
// Nobody here writes more than is allowed within an hour.
afterEach(() => discussion.forum.clock.advance(3_600_001));

const answer = { disposition: 'modified', reason: 'Settled with the merged wording.' };
const reply = (body = 'The one of the second option.'): object => ({ key: randomUUID(), body, mentions: [] });
const bodies = ({ comments }: ThreadView): (string | null)[] => comments.map(({ body }) => body);

describe('limits', () => {
  it('[TH9] a member writes 60 comments and rewordings an hour, and is told how long to wait', async () => {
    const thread = await discussion.open('focal', reader);
    const others = await Promise.all([1, 2, 3].map(() => discussion.open('expert', reader)));
    const own = thread.comments[0]?.id ?? '';
    const half = [...Array(29).keys()];
    for (const n of half) await discussion.must('focal', 'POST', `threads/${thread.id}/comments`, reply(`reply ${n}`));
    discussion.forum.clock.advance(1_000_000);
    for (const n of half) await discussion.must('focal', 'PATCH', `comments/${own}`, { body: `wording ${n}`, mentions: [] });
    const atOnce = await Promise.all(others.map(({ id }) => discussion.ask('focal', 'POST', `threads/${id}/comments`, reply())));
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 429, 429]);
    const refused = await discussion.ask('focal', 'PATCH', `comments/${own}`, { body: 'one more', mentions: [] });
    expect(refused).toMatchObject({ status: 429, body: { code: 'comments-exceeded', retryAfter: 2_600 } });
    expect(refused.headers['retry-after']).toBe('2600');
    expect((await discussion.ask('colleague', 'POST', `threads/${thread.id}/comments`, reply())).status).toBe(201);
    await discussion.must('focal', 'DELETE', `comments/${own}`);
    discussion.forum.clock.advance(2_600_000);
    expect((await discussion.ask('focal', 'POST', `threads/${thread.id}/comments`, reply())).status).toBe(201);
  });

  it('[TH9] a thread holds 200 comments', async () => {
    const { id } = await discussion.open('expert', reader);
    await discussion.forum.dataSource.query(
      `INSERT INTO comment (id, thread_id, position, mandate_id, key, body, mentions, created_at)
       SELECT gen_random_uuid(), $1, n, $2, gen_random_uuid(), 'x', '{}', '2026-01-01' FROM generate_series(2, 199) AS n`,
      [id, discussion.people.expert.mandateId],
    );
    await discussion.must('expert', 'POST', `threads/${id}/comments`, reply());
    const refused = await discussion.ask('expert', 'POST', `threads/${id}/comments`, reply());
    expect(refused).toMatchObject({ status: 422, body: { code: 'thread-full', params: { limit: 200 } } });
  });

  it('[TH9] a list has 100 threads a page', async () => {
    const { forum, people } = discussion;
    const { sectionId } = await forum.section(people.moderator);
    const { id: known } = await discussion.open('moderator', reader);
    await forum.dataSource.query(
      `WITH opened AS (INSERT INTO thread (id, section_id, visibility, anchor, anchor_seq, state, opened_by, opened_at)
         SELECT gen_random_uuid(), $1, 'forum', anchor, 1, 'open', $3, now() FROM thread, generate_series(1, 230) WHERE id = $2 RETURNING id)
       INSERT INTO comment (id, thread_id, position, mandate_id, key, body, mentions, created_at)
         SELECT gen_random_uuid(), id, 1, $3, gen_random_uuid(), 'x', '{}', now() FROM opened`,
      [sectionId, known, people.moderator.mandateId],
    );
    const ids = new Set<string>();
    const sizes: number[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { threads: ThreadView[]; next: string | null } = await discussion.must(
        'observer',
        'GET',
        `sections/${sectionId}/threads${after === '' ? '' : `?after=${after}`}`,
      );
      sizes.push(page.threads.length);
      page.threads.forEach(({ id }) => ids.add(id));
      after = page.next;
    }
    expect([sizes, ids.size]).toEqual([[100, 100, 30], 230]);
    expect((await discussion.must<{ threads: [] }>('observer', 'GET', `sections/${sectionId}/threads?after=${randomUUID()}`)).threads).toEqual([]);
  });

  it('[TH10] the same thread or comment sent again is written once', async () => {
    const thread = discussion.newThread(reader.places('platform'));
    const first = await discussion.must('expert', 'POST', `sections/${discussion.sectionId}/threads`, thread);
    expect(await discussion.must('expert', 'POST', `sections/${discussion.sectionId}/threads`, thread)).toEqual(first);
    const comment = reply();
    const added = await discussion.must('expert', 'POST', `threads/${first.id}/comments`, comment);
    expect(await discussion.must('expert', 'POST', `threads/${first.id}/comments`, comment)).toEqual(added);
    const twin = reply('at once');
    const answers = await Promise.all([1, 2, 3].map(() => discussion.ask('expert', 'POST', `threads/${first.id}/comments`, twin)));
    expect(answers.map(({ status }) => status)).toContain(201);
    expect(answers.every(({ status }) => status === 201 || status === 503)).toBe(true);
    expect(bodies(await discussion.must('expert', 'POST', `threads/${first.id}/comments`, twin))).toHaveLength(3);
    const others = await discussion.must('stranger', 'POST', `threads/${first.id}/comments`, twin);
    expect(others.comments).toHaveLength(4);
  });
});

describe('the ledger', () => {
  it('[TH19] has a row for every act, with a hash of what was said', async () => {
    const before = (await discussion.ledger()).length;
    const thread = await discussion.open('expert', reader, { body: 'Secret-free words' });
    const replied = await discussion.must('stranger', 'POST', `threads/${thread.id}/comments`, reply('Other words'));
    const own = replied.comments[1]?.id;
    await discussion.must('stranger', 'PATCH', `comments/${own}`, { body: 'Better words', mentions: [] });
    await discussion.must('stranger', 'DELETE', `comments/${own}`);
    await discussion.must('moderator', 'POST', `threads/${thread.id}/resolution`, answer);
    await discussion.must('expert', 'POST', `threads/${thread.id}/reopening`);
    const rows = (await discussion.ledger()).slice(before);
    expect(rows.map(({ verb }) => verb)).toEqual([
      'thread:opened',
      'comment:added',
      'comment:edited',
      'comment:removed',
      'thread:resolved',
      'thread:reopened',
    ]);
    const { documentId, sectionId } = discussion;
    for (const { object, centreId } of rows) {
      expect(object).toMatchObject({ document: documentId, section: sectionId, thread: thread.id });
      expect(centreId).toBeNull();
    }
    expect(rows.map(({ object }) => object['comment'])).toEqual([thread.comments[0]?.id, own, own, own, undefined, undefined]);
    expect(rows[0]?.payload).toMatchObject({ visibility: 'forum', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(rows)).not.toMatch(/Secret-free|Other words|Better words/);
    expect(rows[4]?.payload).toEqual(answer);
  });

  it('[TH19] has none for what was refused', async () => {
    const { id } = await discussion.open('expert', reader);
    const before = (await discussion.ledger()).length;
    await discussion.ask('stranger', 'POST', `threads/${id}/resolution`, answer);
    await discussion.ask('stranger', 'POST', `threads/${id}/reopening`);
    await discussion.ask('stranger', 'PUT', `threads/${id}/anchor`, reader.places('Hub'));
    await discussion.ask('expert', 'PUT', `threads/${id}/anchor`, reader.places('Hub'));
    expect((await discussion.ledger()).length).toBe(before);
  });
});
