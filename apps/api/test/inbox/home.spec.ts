import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Discussion, type Reader, type Who } from '../threads/discussion.fixture.js';
import { forgetNotices, homeOf, read, said } from './inbox.fixture.js';

let discussion: Discussion;
let reader: Reader;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
}, 60_000);
afterAll(() => discussion.stop());
beforeEach(() => forgetNotices(discussion.forum));

/** What stands on the first screen, in short. */
async function listed(who: Who): Promise<string[]> {
  const { items } = await homeOf(discussion.forum, discussion.people[who]);
  return items.map(({ kind, section, session, notice, openThreads }) =>
    [kind, section?.number ?? session?.title.en ?? notice?.kind, openThreads || ''].join(' ').trim(),
  );
}

describe('the first screen', () => {
  it('[IN15] lists sections in drafting for those who write them, and nothing for the others', async () => {
    expect(await listed('expert')).toEqual(['drafting 1.1']);
    expect(await listed('rapporteur')).toEqual(['drafting 1.1']);
    for (const who of ['focal', 'otherRapporteur', 'moderator', 'observer', 'secretariat'] as const) expect([who, await listed(who)]).toEqual([who, []]);
  });

  it('[IN15] lists unread words of others until they are read', async () => {
    const thread = await discussion.open('expert', reader);
    await discussion.must('stranger', 'POST', `threads/${thread.id}/comments`, said());
    expect(await listed('expert')).toEqual(['notice replied', 'drafting 1.1 1']);
    await read(discussion.forum, discussion.people.expert, { threadId: thread.id }).expect(200);
    expect(await listed('expert')).toEqual(['drafting 1.1 1']);
    await discussion.must('expert', 'POST', `threads/${thread.id}/resolution`, { disposition: 'noted', reason: 'Clear.' });
    expect(await listed('expert')).toEqual(['drafting 1.1']);
  });

  it('[IN15] lists sections with open comments for the rapporteur and for moderators', async () => {
    const thread = await discussion.open('expert', reader);
    expect(await listed('moderator')).toEqual(['threads 1.1 1']);
    expect(await listed('otherRapporteur')).toEqual([]);
    await discussion.must('moderator', 'POST', `sections/${discussion.sectionId}/phase`, { to: 'consultation' });
    expect(await listed('rapporteur')).toEqual(['threads 1.1 1']);
    await discussion.must('moderator', 'POST', `sections/${discussion.sectionId}/phase`, { to: 'drafting' });
    await discussion.must('moderator', 'POST', `threads/${thread.id}/resolution`, { disposition: 'noted', reason: 'Clear.' });
  });

  it('[IN15] [IN16] lists sessions until they are closed: what is near before the text, what is far behind it', async () => {
    const plan = async (title: string, day: string): Promise<string> => {
      const body = { title: { en: title }, startsAt: `${day}T10:00:00Z`, endsAt: `${day}T12:00:00Z` };
      return (await discussion.must<{ id: string }>('moderator', 'POST', 'sessions', body)).id;
    };
    const far = await plan('Far', '2026-07-01');
    const near = await plan('Near', '2026-06-02');
    expect(await listed('expert')).toEqual(['session Near', 'drafting 1.1', 'session Far']);
    await discussion.must('moderator', 'POST', `sessions/${far}/open`);
    expect(await listed('observer')).toEqual(['session Far', 'session Near']);
    for (const id of [far, near]) {
      if (id === near) await discussion.must('moderator', 'POST', `sessions/${id}/open`);
      await discussion.must('moderator', 'POST', `sessions/${id}/close`);
    }
    expect(await listed('expert')).toEqual(['drafting 1.1']);
  });
});
