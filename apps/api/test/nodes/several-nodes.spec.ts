import { randomUUID } from 'node:crypto';
import type { PresenceNews } from '@expert-forum/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { Listener, read } from '../inbox/inbox.fixture.js';
import { block, RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Reader } from '../threads/discussion.fixture.js';
import { timed, TwoNodes, type Fate } from './two-nodes.fixture.js';

/** Within which a reader of another node is up to date, whatever became of the doorbell. */
const UP_TO_DATE_MS = 1_500;
const LOSSES: readonly Fate[] = ['rings', 'is cut', 'loses rings'];
const ALL: readonly Fate[] = [...LOSSES, 'is deaf'];

let nodes: TwoNodes;
let near: Reader;
let far: Reader;

beforeAll(async () => {
  nodes = await TwoNodes.start();
  near = await nodes.discussion.read('expert');
  far = await nodes.discussion.read('stranger', nodes.far);
}, 60_000);
afterAll(() => nodes.stop());

/** Resolves when a connection is told something of which this is true. */
const told = <T>(reader: Reader, event: string, isIt: (news: T) => boolean = () => true): Promise<void> =>
  new Promise((resolve) => reader.raw.socket.on(event, (news: T) => (isIt(news) ? resolve() : undefined)));

describe('a reader of another node, whose doorbell', () => {
  it.each(ALL)('[ND1] [PR15] %s, has what was written within 1.5 s', async (fate) => {
    const words = `Written while it ${fate}.`;
    const took = await nodes.while(fate, async () => {
      await near.write((body) => body.insert(body.length, [block('paragraph', new Y.XmlText(words))]));
      return timed(() => far.untilWritten(words));
    });
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });

  it.each(ALL)('[ND2] %s, is told of a comment within 1.5 s', async (fate) => {
    const took = await nodes.while(fate, async () => {
      const { id } = await nodes.discussion.open('expert', near);
      return timed(() => far.until((thread) => thread.id === id));
    });
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });

  it.each(ALL)('[ND2] %s, is told of the outline and of a right that was given within 1.5 s', async (fate) => {
    const { discussion } = nodes;
    const colleague = await discussion.read('colleague', nodes.far);
    const news = [told(colleague, 'outline:changed'), told<{ mayWrite: { ok: boolean } }>(colleague, 'rights:changed', ({ mayWrite }) => mayWrite.ok)];
    const { mandateId } = discussion.people.colleague;
    const took = await nodes.while(fate, async () => {
      await discussion.must('moderator', 'POST', `sections/${discussion.sectionId}/drafters`, { mandateId });
      return timed(() => Promise.all(news));
    });
    await discussion.must('moderator', 'DELETE', `sections/${discussion.sectionId}/drafters/${mandateId}`);
    colleague.raw.close();
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });

  it.each(LOSSES)('[ND3] %s, is told that something was read elsewhere within 1.5 s', async (fate) => {
    const { discussion } = nodes;
    const { focal } = discussion.people;
    const { id } = await discussion.open('expert', near, { mentions: [focal.memberId] });
    const reader = await discussion.read('focal', nodes.far);
    const inbox = new Listener(reader.raw);
    const took = await nodes.while(fate, async () => {
      await read(discussion.forum, focal, { threadId: id }).expect(200);
      return timed(() => inbox.until(1));
    });
    reader.raw.close();
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });

  it.each(LOSSES)('[ND3] %s, is told who is in the room of a session within 1.5 s', async (fate) => {
    const { discussion } = nodes;
    const plan = { title: { en: 'A reading' }, place: 'Tashkent', startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T12:00:00Z', items: [] };
    const { id: sessionId } = await discussion.must<{ id: string }>('moderator', 'POST', 'sessions', plan);
    await discussion.must('moderator', 'POST', `sessions/${sessionId}/open`);
    await far.raw.ask('session:join', { sessionId });
    const came = told<{ session: { id: string; centresPresent: string[] } }>(far, 'session:changed', ({ session }) => session.centresPresent.includes('UZB-CTP'));
    const took = await nodes.while(fate, async () => {
      await near.raw.ask('session:join', { sessionId });
      return timed(() => came);
    });
    await near.raw.ask('session:leave', { sessionId });
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });
});

describe('a mandate that is withdrawn on one node', () => {
  it.each(ALL)('[ND4] cuts a connection to another one, whose doorbell %s, within a second', async (fate) => {
    const { discussion } = nodes;
    const person = await discussion.forum.person(discussion.by, { role: 'observer' });
    const { body } = await discussion.forum.ask(person, 'POST', 'tickets', { mandateId: person.mandateId });
    const raw = await RawConnection.open(nodes.far, { ticket: body.ticket });
    const reason = raw.closed();
    const took = await nodes.while(fate, async () => {
      await discussion.must('secretariat', 'POST', `mandates/${person.mandateId}/withdrawal`, undefined);
      return timed(() => reason);
    });
    expect(await reason).toMatchObject({ code: 4403 });
    expect(took).toBeLessThan(1_000);
  });
});

describe('presence', () => {
  const names = (id: string) => (news: PresenceNews) => news.people.some(({ connection }) => connection === id);
  /** Of whatever was told since it came. */
  const seen = (reader: Reader, isIt: (news: PresenceNews) => boolean): Promise<void> =>
    reader.raw.presence.some(isIt) ? Promise.resolve() : told(reader, 'presence:changed', isIt);
  const isGone = (id: string) => (news: PresenceNews) => news.gone.includes(id);
  const isAt = (id: string, cursor: unknown) => (news: PresenceNews) => news.people.some((person) => person.connection === id && person.cursor === cursor);

  it('[ND5] shows the people of every node to those of every other, as they come, move and leave, and nobody to themselves', async () => {
    const cursor = randomUUID();
    const coming = told<PresenceNews>(far, 'presence:changed', ({ people }) => people.some(({ label }) => label === 'moderator'));
    const writer = await nodes.discussion.read('moderator');
    await coming;
    const moved = told(far, 'presence:changed', isAt(writer.raw.id, cursor));
    await writer.raw.ask('presence:move', { channel: writer.raw.channel, cursor });
    await moved;
    const late = await nodes.discussion.read('observer', nodes.far);
    await seen(late, isAt(writer.raw.id, cursor));
    const left = told(far, 'presence:changed', isGone(writer.raw.id));
    writer.raw.close();
    await left;
    for (const { raw } of [near, far, writer, late]) expect(raw.presence.filter(names(raw.id))).toEqual([]);
    late.raw.close();
  });

  it('[ND5] is whole again when a line that was cut is there again', async () => {
    const watcher = await nodes.discussion.read('translator', nodes.far);
    const writer = await nodes.while('is cut', () => nodes.discussion.read('moderator'));
    await seen(watcher, names(writer.raw.id));
    for (const { raw } of [watcher, writer]) raw.close();
  });
});

describe('a node that stops', () => {
  it('[ND6] tells the others at once that its people are gone', async () => {
    const other = await nodes.discussion.forum.anotherNode();
    await other.listen(0, '127.0.0.1');
    const come = told<PresenceNews>(near, 'presence:changed', ({ people }) => people.some(({ label }) => label === 'rapporteur'));
    const leaver = await nodes.discussion.read('rapporteur', (await other.getUrl()).replace('[::1]', '127.0.0.1'));
    await come;
    const left = told<PresenceNews>(near, 'presence:changed', ({ gone }) => gone.includes(leaver.raw.id));
    const took = await timed(() => Promise.all([other.close(), left]));
    expect(took).toBeLessThan(UP_TO_DATE_MS);
  });
});
