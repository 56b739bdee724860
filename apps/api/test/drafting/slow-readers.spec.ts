import type { PresenceNews } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { bufferedBytes } from '../../src/platform/realtime/buffered-bytes.js';
import { Discussion } from '../threads/discussion.fixture.js';
import { UntakenBytes } from './untaken-bytes.fixture.js';

let discussion: Discussion;

beforeAll(async () => {
  discussion = await Discussion.start();
}, 60_000);
afterAll(() => discussion.stop());

it.each([
  ['512 KiB untaken is told of a caret at once', 0, false],
  ['a byte more is told of no caret, and of everybody when it has caught up', 1, true],
])('[R16] whoever has %s', async (_title, more, isWhole) => {
  const mover = (await discussion.read('expert')).raw;
  const watcher = (await discussion.read('colleague')).raw;
  const slow = (await discussion.read('stranger')).raw;
  await Promise.all([slow.told((news) => news.isWhole), watcher.told(({ people }) => people.some(({ connection }) => connection === slow.id))]);
  slow.presence.splice(0);

  const socket = discussion.forum.app.get(DraftingService, { strict: false }).reader(slow.id, discussion.sectionId);
  if (socket === null) throw new Error('it reads the section');
  const untaken = UntakenBytes.of(socket.conn, LIMITS.untaken.presenceBytes + more);
  expect(bufferedBytes(socket.conn)).toBe(LIMITS.untaken.presenceBytes + more);
  const hasMoved = ({ people }: PresenceNews): boolean => people.some(({ connection, cursor }) => connection === mover.id && cursor !== null);
  await mover.ask('presence:move', { channel: mover.channel, cursor: { anchor: 1, head: 2 } });
  await watcher.told(hasMoved);
  expect(slow.presence).toEqual([]);
  untaken.release();
  await slow.told(hasMoved);
  expect(slow.presence.filter(hasMoved).map((news) => news.isWhole)).toEqual([isWhole]);
  for (const raw of [mover, watcher, slow]) raw.close();
});
