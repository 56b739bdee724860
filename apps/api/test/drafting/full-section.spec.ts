import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { Discussion } from '../threads/discussion.fixture.js';

let discussion: Discussion;

beforeAll(async () => {
  discussion = await Discussion.start();
}, 60_000);
afterAll(() => discussion.stop());

it('[PR4] a section takes the 500th connection, and asks the next one to wait', async () => {
  const { presence } = discussion.forum.app.get(DraftingService, { strict: false });
  const counted = jest.spyOn(presence, 'count');
  counted.mockReturnValue(LIMITS.connections.perSection - 1);
  await discussion.read('expert');
  counted.mockReturnValue(LIMITS.connections.perSection);
  await expect(discussion.read('colleague')).rejects.toThrow('connections-exceeded');
  counted.mockRestore();
});

it('[PR4] whoever is in a full section may join it again, and what fills up while one is let in is counted', async () => {
  const { presence } = discussion.forum.app.get(DraftingService, { strict: false });
  const { raw: inside } = await discussion.read('expert');
  const counted = jest.spyOn(presence, 'count');
  counted.mockReturnValue(LIMITS.connections.perSection);
  expect(await inside.join(discussion.sectionId)).toMatchObject({ channel: inside.channel });
  counted.mockReturnValueOnce(LIMITS.connections.perSection - 1);
  await expect(discussion.read('colleague')).rejects.toThrow('connections-exceeded');
  counted.mockRestore();
});
