import type { ThreadView } from '@expert-forum/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Discussion, type Reader } from './discussion.fixture.js';
import { remove } from './text-edits.fixture.js';

let discussion: Discussion;
let expert: Reader;
let stranger: Reader;

beforeAll(async () => {
  discussion = await Discussion.start();
  expert = await discussion.read('expert');
  stranger = await discussion.read('stranger');
}, 60_000);
afterAll(() => discussion.stop());

const reply = (body: string): object => ({ key: randomUUID(), body, mentions: [] });

describe('over the socket', () => {
  it('[TH17] [TH18] every command is answered by the thread, which everybody who has the section open is sent', async () => {
    const { sectionId } = discussion;
    const opened = await expert.must('thread:open', { sectionId, ...discussion.newThread(expert.places('light legal form')) });
    expect(await stranger.until(({ id }) => id === opened.id)).toEqual(opened);
    const threadId = opened.id;
    const replied = await stranger.must('comment:add', { threadId, ...reply('Which one?') });
    const commentId = replied.comments[1]?.id;
    await stranger.must('comment:edit', { commentId, body: 'Which of the two?', mentions: [] });
    await stranger.must('comment:remove', { commentId });
    await expert.must('thread:resolve', { threadId, disposition: 'noted', reason: 'A question of the annex.' });
    const reopened = await stranger.must('thread:reopen', { threadId });
    expect(reopened).toMatchObject({ version: 6, state: 'reopened' });
    for (const reader of [expert, stranger]) {
      const last = await reader.until(({ id, version }) => id === threadId && version === 6);
      expect(last).toEqual(reopened);
      expect(reader.heard.filter(({ id }) => id === threadId).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    }
  });

  it('[TH15] what another node found and no doorbell told is told all the same, once', async () => {
    const { forum, sectionId } = discussion;
    const { id } = await expert.must('thread:open', { sectionId, ...discussion.newThread(expert.places('shared platform')) });
    await stranger.until((thread) => thread.id === id);
    await forum.dataSource.query('UPDATE thread SET version = version + 1, is_detached = true WHERE id = $1', [id]);
    expect(await stranger.until((thread) => thread.id === id && thread.isDetached)).toMatchObject({ version: 2 });
    expect(stranger.heard.filter((thread) => thread.id === id)).toHaveLength(2);
  });

  it('[TH17] what is wrong gets the same problem as over HTTP', async () => {
    const { sectionId } = discussion;
    const words = expert.places('Costs');
    const ask = async (name: Parameters<Reader['raw']['ask']>[0], payload: object): Promise<string> => {
      const answer = await expert.raw.ask(name, payload);
      return answer.ok ? 'ok' : answer.problem.code;
    };
    expect(await ask('thread:open', { sectionId, ...discussion.newThread(words, { body: '' }) })).toBe('input-invalid');
    expect(await ask('thread:open', { sectionId, ...discussion.newThread(words, { mentions: [randomUUID()] }) })).toBe('mention-unknown');
    expect(await ask('thread:open', { sectionId: 's-0000000000', ...discussion.newThread(words) })).toBe('not-found');
    expect(await ask('comment:add', { threadId: randomUUID(), ...reply('x') })).toBe('not-found');
    expect(await ask('comment:remove', { commentId: randomUUID() })).toBe('not-found');
    expect(await ask('thread:attach', { threadId: randomUUID(), ...words })).toBe('not-found');
    expect(await ask('thread:resolve', { threadId: 'none', disposition: 'noted', reason: 'x' })).toBe('input-invalid');
  });

  it('[TH2] an observer’s and a withdrawn mandate’s commands are refused', async () => {
    const { sectionId, people } = discussion;
    const observer = await discussion.read('observer');
    await expect(observer.must('thread:open', { sectionId, ...discussion.newThread(observer.places('Hub')) })).rejects.toThrow('not-allowed');
    const leaver = await discussion.read('otherRapporteur');
    await discussion.forum.dataSource.query('UPDATE mandate SET withdrawn_at = $2 WHERE id = $1', [people.otherRapporteur.mandateId, discussion.forum.clock.now()]);
    const before = await discussion.list('expert');
    const refused = leaver.must('thread:open', { sectionId, ...discussion.newThread(leaver.places('Hub')) });
    await expect(refused).rejects.toThrow(/mandate-not-held|disconnected/); // whichever the server notices first
    expect(await discussion.list('expert')).toEqual(before);
  });

  it('[TH18] who leaves the section hears no more of it', async () => {
    const { sectionId } = discussion;
    const leaver = await discussion.read('translator');
    const first = await discussion.open('expert', expert);
    await leaver.until(({ id }) => id === first.id);
    await leaver.raw.ask('section:leave', { sectionId });
    const second = await discussion.open('expert', expert);
    await expert.until(({ id }) => id === second.id);
    await leaver.raw.ask('section:leave', { sectionId }); // whatever was sent before is heard before this answer
    expect(leaver.threads.has(second.id)).toBe(false);
  });
});

describe('several nodes', () => {
  let node: NestExpressApplication;
  let url: string;
  beforeAll(async () => {
    node = await discussion.forum.anotherNode();
    const server: Server = await node.listen(0, '127.0.0.1');
    const address = server.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => node.close());

  it('[TH18] tell their readers of what another one has committed', async () => {
    const far = await discussion.read('moderator', url);
    const thread = await discussion.open('expert', expert);
    expect(await far.until(({ id }) => id === thread.id)).toEqual(thread);
    const resolved = await far.must('thread:resolve', { threadId: thread.id, disposition: 'accepted', reason: 'Done.' });
    expect(await expert.until(({ id, version }) => id === thread.id && version === 2)).toEqual(resolved);
  });

  it('[TH15] [TH16] agree on where words went: one stores it, and the readers of both are told', async () => {
    const far = await discussion.read('rapporteur', url);
    const thread: ThreadView = await discussion.open('expert', expert, { about: 'shared platform' });
    await expert.write(remove('shared platform'));
    const changed = await Promise.all([expert, far].map((reader) => reader.until(({ id, isDetached }) => id === thread.id && isDetached)));
    expect(changed.map(({ version }) => version)).toEqual([2, 2]);
    expect(changed[0]?.anchor.quote.text).toBe('shared platform');
    expect((await discussion.ledger()).filter(({ object }) => object['thread'] === thread.id)).toHaveLength(1);
  });
});
