import type { ThreadView } from '@expert-forum/contracts';
import { PHASES } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Discussion, type Reader, type Who } from './discussion.fixture.js';

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
const code = async (asked: PromiseLike<{ body: { code: string } }>): Promise<string> => (await asked).body.code;

describe('a thread', () => {
  it('[TH2] [TH11] is opened about words, whose quote and paragraph the server sets', async () => {
    const thread = await discussion.open('stranger', reader, { body: 'Which form\nis meant?' });
    expect(thread).toMatchObject({
      sectionId: discussion.sectionId,
      version: 1,
      visibility: 'forum',
      centreId: null,
      isDetached: false,
      state: 'open',
      resolution: null,
      openedBy: { memberId: discussion.people.stranger.memberId, role: 'expert', centreCode: 'JPN-HDP' },
      openedAt: discussion.forum.clock.now().toISOString(),
      anchor: { quote: { text: 'light legal form', before: ' network of equal nodes, with a ', after: '.Costs are shared.' } },
      comments: [{ position: 1, body: 'Which form\nis meant?', mentions: [], editedAt: null, deletedAt: null }],
    });
    expect(reader.words(thread.anchor)).toBe('light legal form');
    expect((await discussion.list('observer')).find(({ id }) => id === thread.id)).toEqual(thread);
  });

  it('[TH11] is about words that the text has', async () => {
    const places = reader.places('Costs');
    const open = (words: object) => code(discussion.ask('expert', 'POST', `sections/${discussion.sectionId}/threads`, discussion.newThread(places, { words })));
    expect(await open({ ...places, end: { client: 4_711, clock: 0 } })).toBe('anchor-unknown');
    expect(await open({ ...places, start: { ...places.start, clock: 2_000_000_000 } })).toBe('anchor-unknown');
    expect(await open({ start: { client: places.start.client, clock: 0 }, end: places.end })).toBe('anchor-unknown'); // a block
    expect(await open({ start: places.end, end: places.start })).toBe('anchor-gone');
    expect(await open({ ...places, quote: 'forged' })).toBe('input-invalid');
  });

  it('[TH2] can be opened in every phase, and not in a section that is removed or a chapter', async () => {
    const { forum, sectionId, chapterId } = discussion;
    for (const phase of PHASES) {
      await forum.dataSource.query('UPDATE section SET phase = $2 WHERE id = $1', [sectionId, phase]);
      await discussion.open('translator', reader);
    }
    await forum.dataSource.query("UPDATE section SET phase = 'drafting', removed_at = now() WHERE id = $1", [sectionId]);
    const thread = discussion.newThread(reader.places('Hub'));
    expect(await code(discussion.ask('expert', 'POST', `sections/${sectionId}/threads`, thread))).toBe('section-removed');
    expect(await code(discussion.ask('expert', 'GET', `sections/${sectionId}/threads`))).toBe('not-found');
    await forum.dataSource.query('UPDATE section SET removed_at = NULL WHERE id = $1', [sectionId]);
    expect(await code(discussion.ask('expert', 'POST', `sections/${chapterId}/threads`, thread))).toBe('not-found');
    expect(await code(discussion.ask('expert', 'GET', `sections/${chapterId}/threads`))).toBe('not-found');
  });

  it('[TH2] is read by everybody and written by all but the secretariat and observers', async () => {
    const { id } = await discussion.open('expert', reader);
    for (const who of Object.keys(discussion.people) as Who[]) {
      expect((await discussion.list(who)).some((thread) => thread.id === id)).toBe(true);
      const { status } = await discussion.ask(who, 'POST', `threads/${id}/comments`, reply());
      expect([who, status]).toEqual([who, who === 'observer' || who === 'secretariat' ? 403 : 201]);
    }
  });

  it('[TH4] keeps replies in the order in which they were written, however many come at once', async () => {
    const { id } = await discussion.open('expert', reader);
    const writers: Who[] = ['expert', 'stranger', 'moderator', 'focal', 'translator', 'rapporteur'];
    await Promise.all(writers.map((who) => discussion.must(who, 'POST', `threads/${id}/comments`, reply(`of ${who}`))));
    const [thread] = (await discussion.list('expert')).filter((each) => each.id === id);
    expect(thread?.comments.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(thread && bodies(thread).slice(1).sort()).toEqual(writers.map((who) => `of ${who}`).sort());
    expect(thread?.version).toBe(7);
  });

  it('[TH3] [TH5] is resolved with its answer by a moderator, the section’s rapporteur or whoever opened it', async () => {
    const settles = new Map<Who, string>();
    for (const who of Object.keys(discussion.people) as Who[]) {
      const { id } = await discussion.open('stranger', reader);
      const { status, body } = await discussion.ask(who, 'POST', `threads/${id}/resolution`, answer);
      settles.set(who, status === 200 ? body.state : body.code);
    }
    expect(Object.fromEntries(settles)).toEqual({
      expert: 'thread-not-yours',
      colleague: 'thread-not-yours',
      focal: 'thread-not-yours',
      stranger: 'resolved',
      strangersFocal: 'thread-not-yours',
      moderator: 'resolved',
      rapporteur: 'resolved',
      otherRapporteur: 'thread-not-yours',
      translator: 'thread-not-yours',
      observer: 'not-allowed',
      secretariat: 'not-allowed',
    });
  });

  it('[TH3] [TH6] is answered once, says by whom and why, and can be taken up again', async () => {
    const { id } = await discussion.open('expert', reader);
    const resolved = await discussion.must('moderator', 'POST', `threads/${id}/resolution`, answer);
    expect(resolved).toMatchObject({ version: 2, state: 'resolved', resolution: { ...answer, by: { role: 'moderator', centreCode: null } } });
    expect(await code(discussion.ask('moderator', 'POST', `threads/${id}/resolution`, answer))).toBe('thread-resolved');
    expect(await code(discussion.ask('expert', 'POST', `threads/${id}/comments`, reply()))).toBe('thread-resolved');
    expect(await code(discussion.ask('expert', 'PATCH', `comments/${resolved.comments[0]?.id}`, { body: 'x', mentions: [] }))).toBe('thread-resolved');
    const reopened = await discussion.must('stranger', 'POST', `threads/${id}/reopening`);
    expect(reopened).toMatchObject({ version: 3, state: 'reopened', resolution: null });
    expect(await code(discussion.ask('stranger', 'POST', `threads/${id}/reopening`))).toBe('thread-not-resolved');
    await discussion.must('stranger', 'POST', `threads/${id}/comments`, reply());
    expect(await discussion.must('expert', 'POST', `threads/${id}/resolution`, answer)).toMatchObject({ state: 'resolved' });
  });

  it('[TH3] is never resolved without a reason', async () => {
    const { id } = await discussion.open('expert', reader);
    for (const wrong of [{ disposition: 'noted' }, { disposition: 'noted', reason: ' ' }, { disposition: 'done', reason: 'x' }, {}]) {
      expect(await code(discussion.ask('moderator', 'POST', `threads/${id}/resolution`, wrong))).toBe('input-invalid');
    }
  });
});

describe('a comment', () => {
  let thread: ThreadView;
  let own: string;
  beforeEach(async () => {
    thread = await discussion.open('stranger', reader);
    thread = await discussion.must('expert', 'POST', `threads/${thread.id}/comments`, reply('First wording'));
    own = thread.comments[1]?.id ?? '';
  });
  const trace = async (who: Who): Promise<string[]> =>
    (await discussion.must<{ body: string }[]>(who, 'GET', `comments/${own}/trace`)).map(({ body }) => body);

  it('[TH7] is edited by its author alone, and its former wordings are kept for the author’s centre', async () => {
    for (const who of ['colleague', 'stranger', 'moderator'] as const) {
      expect(await code(discussion.ask(who, 'PATCH', `comments/${own}`, { body: 'forged', mentions: [] }))).toBe('comment-not-own');
    }
    await discussion.must('expert', 'PATCH', `comments/${own}`, { body: 'Second wording', mentions: [] });
    const edited = await discussion.must('expert', 'PATCH', `comments/${own}`, { body: 'Third wording', mentions: [] });
    expect(edited.version).toBe(thread.version + 2);
    expect(edited.comments[1]).toMatchObject({ body: 'Third wording', editedAt: discussion.forum.clock.now().toISOString() });
    expect(await trace('expert')).toEqual(['First wording', 'Second wording']);
    expect(await trace('focal')).toEqual(['First wording', 'Second wording']);
    for (const who of ['stranger', 'moderator', 'secretariat'] as const) {
      expect(await code(discussion.ask(who, 'GET', `comments/${own}/trace`))).toBe('comment-not-own');
    }
  });

  it('[TH7] is removed by its author alone, also when the thread is resolved, and says only that', async () => {
    expect(await code(discussion.ask('moderator', 'DELETE', `comments/${own}`))).toBe('comment-not-own');
    await discussion.must('moderator', 'POST', `threads/${thread.id}/resolution`, answer);
    const removed = await discussion.must('expert', 'DELETE', `comments/${own}`);
    expect(removed.comments[1]).toMatchObject({ body: null, mentions: [], deletedAt: discussion.forum.clock.now().toISOString() });
    expect(JSON.stringify(await discussion.list('moderator'))).not.toContain('First wording');
    expect(await trace('colleague')).toEqual(['First wording']);
    expect(await code(discussion.ask('expert', 'DELETE', `comments/${own}`))).toBe('comment-removed');
    await discussion.must('expert', 'POST', `threads/${thread.id}/reopening`);
    expect(await code(discussion.ask('expert', 'PATCH', `comments/${own}`, { body: 'again', mentions: [] }))).toBe('comment-removed');
  });

  it('[TH8] mentions whoever reads the thread, once each', async () => {
    const { observer, moderator, stranger } = discussion.people;
    const edit = (mentions: string[]) => discussion.ask('expert', 'PATCH', `comments/${own}`, { body: 'With you', mentions });
    const { body } = await edit([observer.memberId, stranger.memberId, moderator.memberId]);
    expect(body.comments[1].mentions.map(({ memberId }: { memberId: string }) => memberId).sort()).toEqual(
      [observer.memberId, stranger.memberId, moderator.memberId].sort(),
    );
    expect(await code(edit([randomUUID()]))).toBe('mention-unknown');
    const gone = await discussion.forum.person(discussion.by, { role: 'translator' });
    await discussion.forum.dataSource.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [gone.mandateId]);
    expect(await code(edit([gone.memberId]))).toBe('mention-unknown');
    expect(await code(edit([observer.memberId, observer.memberId]))).toBe('input-invalid');
  });

  it('[TH8] can be given to those whom the server names, without their addresses', async () => {
    const list = await discussion.must<{ memberId: string }[]>('translator', 'GET', 'mentionables?visibility=forum');
    expect(list.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining(Object.values(discussion.people).map(({ memberId }) => memberId)));
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(['centreCode', 'memberId', 'memberName', 'role']);
    const ofCentre = await discussion.must<{ memberId: string }[]>('focal', 'GET', 'mentionables?visibility=centre');
    const { expert, colleague, focal } = discussion.people;
    expect(ofCentre.map(({ memberId }) => memberId).sort()).toEqual([expert.memberId, colleague.memberId, focal.memberId].sort());
    expect(await code(discussion.ask('moderator', 'GET', 'mentionables?visibility=centre'))).toBe('not-allowed');
    expect(await code(discussion.ask('moderator', 'GET', 'mentionables?visibility=rapporteurs'))).toBe('input-invalid');
  });
});
