import type { ThreadView } from '@expert-forum/contracts';
import { LIMITS, type NoticeKind } from '@expert-forum/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Discussion, type Reader, type Who } from '../threads/discussion.fixture.js';
import { forgetNotices, inboxOf, kindsOf, noticesOf, said, unreadOf } from './inbox.fixture.js';

let discussion: Discussion;
let reader: Reader;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
}, 60_000);
afterAll(() => discussion.stop());
beforeEach(() => forgetNotices(discussion.forum));

const kinds = (who: Who): Promise<string[]> => kindsOf(discussion.forum, discussion.people[who]);
const reply = (who: Who, thread: ThreadView, change: object = {}): Promise<ThreadView> => discussion.must(who, 'POST', `threads/${thread.id}/comments`, said(change));
const member = (who: Who): string => discussion.people[who].memberId;

/** Who was told of what, of everybody in the forum. */
async function told(): Promise<Partial<Record<Who, string[]>>> {
  const entries = await Promise.all((Object.keys(discussion.people) as Who[]).map(async (who) => [who, await kinds(who)] as const));
  return Object.fromEntries(entries.filter(([, all]) => all.length > 0));
}

describe('a comment', () => {
  it('[IN1] [IN3] tells whoever opened the thread or wrote in it, and those who are mentioned', async () => {
    const thread = await discussion.open('expert', reader, { mentions: [member('translator')] });
    await reply('stranger', thread);
    expect(await told()).toEqual({ translator: ['mentioned'], expert: ['replied'] });
    await reply('moderator', thread, { mentions: [member('expert')] });
    expect(await told()).toEqual({ translator: ['mentioned'], expert: ['mentioned', 'replied'], stranger: ['replied'] });
  });

  it('[IN8] leads to its paragraph and shows how it begins, as it reads now', async () => {
    const thread = await discussion.open('stranger', reader);
    const { comments } = await reply('expert', thread, { body: 'x'.repeat(300), mentions: [member('focal')] });
    const [notice] = await noticesOf(discussion.forum, discussion.people.focal);
    expect(notice).toMatchObject({
      kind: 'mentioned',
      isRead: false,
      section: { id: discussion.sectionId, number: '1.1', title: { en: 'Hub' } },
      thread: { id: thread.id, paragraphId: thread.anchor.paragraphId, quote: 'light legal form', isOfCentre: false, by: { memberId: member('expert'), centreCode: 'UZB-CTP' } },
      session: null,
      decision: null,
    });
    expect(notice?.thread?.excerpt).toBe(`${'x'.repeat(199)}…`);
    await discussion.must('expert', 'PATCH', `comments/${comments[1]?.id}`, { body: 'Shorter.', mentions: [member('focal')] });
    expect((await noticesOf(discussion.forum, discussion.people.focal)).map((each) => each.thread?.excerpt)).toEqual(['Shorter.']);
    const columns: { name: string }[] = await discussion.forum.dataSource.query("SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'notice' AND data_type = 'text'");
    expect(columns.map(({ name }) => name).sort()).toEqual(['kind', 'phase', 'section_id']);
  });

  it('[IN5] sent twice under one key, or reworded, tells nobody twice', async () => {
    const thread = await discussion.open('expert', reader);
    const same = said({ mentions: [member('translator')] });
    const { comments } = await discussion.must<ThreadView>('stranger', 'POST', `threads/${thread.id}/comments`, same);
    await discussion.must('stranger', 'POST', `threads/${thread.id}/comments`, same);
    const mentions = [member('translator'), member('expert'), member('focal')];
    await discussion.must('stranger', 'PATCH', `comments/${comments[1]?.id}`, { body: 'Better said.', mentions });
    expect(await told()).toEqual({ translator: ['mentioned'], expert: ['replied'], focal: ['mentioned'] });
  });

  it('[IN5] the database refuses a second notice of one cause', async () => {
    await discussion.open('expert', reader, { mentions: [member('focal')] });
    const again = `INSERT INTO notice (id, mandate_id, kind, cause, ledger_seq, at, section_id)
      SELECT gen_random_uuid(), mandate_id, kind, cause, ledger_seq, at, section_id FROM notice`;
    await expect(discussion.forum.dataSource.query(again)).rejects.toThrow('notice_mandate_id_cause_key');
  });

  it('[IN8] that was removed, or mentions somebody no more, is neither shown nor counted', async () => {
    const thread = await discussion.open('expert', reader);
    const { comments } = await reply('stranger', thread, { mentions: [member('focal')] });
    const commentId = comments[1]?.id;
    await discussion.must('stranger', 'PATCH', `comments/${commentId}`, { body: 'Nobody in particular.', mentions: [] });
    expect([await kinds('focal'), await unreadOf(discussion.forum, discussion.people.focal)]).toEqual([[], 0]);
    expect(await kinds('expert')).toEqual(['replied']);
    await discussion.must('stranger', 'DELETE', `comments/${commentId}`);
    expect([await kinds('expert'), await unreadOf(discussion.forum, discussion.people.expert)]).toEqual([[], 0]);
  });

  it('[IN7] that cannot be stored tells nobody, and no notice is kept without its row of the ledger', async () => {
    const thread = await discussion.open('expert', reader);
    await discussion.forum.dataSource.query("ALTER TABLE ledger ADD CONSTRAINT refused CHECK (verb <> 'comment:added') NOT VALID");
    const { status } = await discussion.ask('stranger', 'POST', `threads/${thread.id}/comments`, said({ mentions: [member('focal')] }));
    await discussion.forum.dataSource.query('ALTER TABLE ledger DROP CONSTRAINT refused');
    expect([status, await told()]).toEqual([500, {}]);
    await reply('stranger', thread);
    const rows: { verb: string }[] = await discussion.forum.dataSource.query('SELECT verb FROM notice JOIN ledger ON seq = ledger_seq WHERE forum_id = $1', [discussion.by.forumId]);
    expect(rows).toEqual([{ verb: 'comment:added' }]);
  });
});

describe('a thread', () => {
  it('[IN1] [IN6] tells whoever opened it that it was resolved or reopened; the newest alone is unread', async () => {
    const thread = await discussion.open('expert', reader);
    const resolve = (who: Who): Promise<ThreadView> => discussion.must(who, 'POST', `threads/${thread.id}/resolution`, { disposition: 'modified', reason: 'With other words.' });
    await resolve('moderator');
    expect(await told()).toEqual({ expert: ['thread_resolved'] });
    const [notice] = await noticesOf(discussion.forum, discussion.people.expert);
    expect(notice?.thread).toMatchObject({ id: thread.id, disposition: 'modified', by: { role: 'moderator' }, excerpt: null });
    await discussion.must('moderator', 'POST', `threads/${thread.id}/reopening`);
    expect(await told()).toEqual({ expert: ['thread_reopened'] });
    await forgetNotices(discussion.forum);
    await resolve('expert');
    expect(await told()).toEqual({});
  });
});

describe('a section', () => {
  it('[IN1] [IN6] tells its drafters and its rapporteur where it goes', async () => {
    const { sectionId } = discussion;
    await discussion.must('moderator', 'POST', `sections/${sectionId}/phase`, { to: 'consultation' });
    expect(await told()).toEqual({ expert: ['phase_changed'], stranger: ['phase_changed'], rapporteur: ['phase_changed'] });
    await discussion.must('moderator', 'POST', `sections/${sectionId}/phase`, { to: 'drafting' });
    const notices = await noticesOf(discussion.forum, discussion.people.stranger);
    expect(notices.map(({ kind, phase }) => [kind, phase])).toEqual([['phase_changed', 'drafting']]);
  });

  it('[IN1] tells whoever is named to write it or to answer for it', async () => {
    const { sectionId, people } = discussion;
    await discussion.must('moderator', 'POST', `sections/${sectionId}/drafters`, { mandateId: people.colleague.mandateId });
    await discussion.must('moderator', 'PUT', `sections/${sectionId}/rapporteur`, { mandateId: people.otherRapporteur.mandateId });
    expect(await told()).toEqual({ colleague: ['drafter_named'], otherRapporteur: ['rapporteur_named'] });
    await discussion.must('moderator', 'PUT', `sections/${sectionId}/rapporteur`, { mandateId: people.rapporteur.mandateId });
    await discussion.must('moderator', 'DELETE', `sections/${sectionId}/drafters/${people.colleague.mandateId}`);
  });

  it('[IN8] that was removed takes its notices with it', async () => {
    const { id } = await discussion.must<{ id: string }>('moderator', 'POST', `documents/${discussion.documentId}/sections`, {
      parentId: discussion.chapterId,
      title: { en: 'For a moment' },
    });
    await discussion.must('moderator', 'POST', `sections/${id}/drafters`, { mandateId: discussion.people.focal.mandateId });
    expect(await kinds('focal')).toEqual(['drafter_named']);
    await discussion.must('moderator', 'DELETE', `sections/${id}`);
    expect([await kinds('focal'), await unreadOf(discussion.forum, discussion.people.focal)]).toEqual([[], 0]);
  });
});

describe('a session', () => {
  const plan = { title: { en: 'Second reading' }, startsAt: '2026-06-02T10:00:00Z', endsAt: '2026-06-02T12:00:00Z' };
  const invited: Who[] = ['expert', 'colleague', 'focal', 'stranger', 'strangersFocal', 'rapporteur', 'otherRapporteur'];
  const all = (kind: NoticeKind): Record<string, string[]> => Object.fromEntries(invited.map((who) => [who, [kind]]));

  it('[IN1] [IN6] tells whoever may speak in it when it is planned, changed and opened; once it is closed nothing is left to tell', async () => {
    const { id } = await discussion.must<{ id: string }>('moderator', 'POST', 'sessions', plan);
    expect(await told()).toEqual(all('session_planned'));
    await discussion.must('moderator', 'PUT', `sessions/${id}`, { ...plan, place: 'Samarkand' });
    await discussion.must('moderator', 'PUT', `sessions/${id}/agenda`, { items: [] });
    expect(await told()).toEqual(all('session_changed'));
    expect((await noticesOf(discussion.forum, discussion.people.focal))[0]?.session).toMatchObject({ id, place: 'Samarkand', state: 'planned' });
    await discussion.must('moderator', 'POST', `sessions/${id}/open`);
    expect(await told()).toEqual(all('session_opened'));
    await discussion.must('moderator', 'POST', `sessions/${id}/close`);
    expect(await told()).toEqual({});
  });
});

describe('a mandate', () => {
  it('[IN2] has its own notices: another one of the same member has no number of them', async () => {
    const { forum, people } = discussion;
    const { id } = (await forum.ask(people.secretariat, 'POST', 'mandates', { memberId: member('translator'), role: 'observer' }).expect(201)).body;
    const asObserver = { cookie: people.translator.cookie, mandateId: id };
    await discussion.must('moderator', 'POST', `sections/${discussion.sectionId}/phase`, { to: 'consultation' });
    await discussion.must('moderator', 'POST', `sections/${discussion.sectionId}/phase`, { to: 'drafting' });
    const thread = await discussion.open('translator', reader);
    await reply('expert', thread);
    expect([await kinds('translator'), await kindsOf(forum, asObserver)]).toEqual([['replied'], []]);
    await reply('expert', thread, { mentions: [member('translator')] });
    expect([await kinds('translator'), await kindsOf(forum, asObserver)]).toEqual([['mentioned', 'replied'], ['mentioned']]);
    expect([await unreadOf(forum, people.translator), await unreadOf(forum, asObserver)]).toEqual([2, 1]);
    await forum.ask(people.secretariat, 'POST', `mandates/${id}/withdrawal`).expect(204);
    expect((await forum.ask(asObserver, 'GET', 'inbox')).body.code).toBe('mandate-not-held');
  });

  it('[IN4] that has ended, or whose member is suspended, is told nothing more', async () => {
    const { forum, people } = discussion;
    const thread = await discussion.open('strangersFocal', reader);
    await forum.ask(people.secretariat, 'POST', `members/${member('strangersFocal')}/suspension`).expect(204);
    await reply('expert', thread);
    await forum.ask(people.secretariat, 'DELETE', `members/${member('strangersFocal')}/suspension`).expect(204);
    const rows: unknown[] = await forum.dataSource.query('SELECT FROM notice WHERE mandate_id = $1', [people.strangersFocal.mandateId]);
    expect(rows).toEqual([]);
  });

  it('[IN9] is shown what is not older than 90 days; the rest goes when it is next told something', async () => {
    const { forum, people } = discussion;
    const thread = await discussion.open('expert', reader);
    await reply('stranger', thread);
    const back = new Date(forum.clock.now().getTime() - LIMITS.notice.life);
    await forum.dataSource.query('UPDATE notice SET at = $1', [back]);
    expect(await inboxOf(forum, people.expert)).toEqual({ notices: [], unread: 0, next: null });
    await reply('stranger', thread);
    const rows: unknown[] = await forum.dataSource.query('SELECT id FROM notice WHERE mandate_id = $1', [people.expert.mandateId]);
    expect(rows).toHaveLength(1);
  });

  it('[IN7] however many write at once: each comment tells of itself, once', async () => {
    const thread = await discussion.open('expert', reader);
    const keys = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(keys.map((key, index) => discussion.ask(index % 2 === 0 ? 'stranger' : 'moderator', 'POST', `threads/${thread.id}/comments`, said({ key }))));
    expect(await kinds('expert')).toEqual(keys.map(() => 'replied'));
  });
});
