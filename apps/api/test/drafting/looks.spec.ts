import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { DraftingStore } from '../../src/features/drafting/store/drafting-store.js';
import { TestForum } from '../people/forum.fixture.js';

let forum: TestForum;
let channel: number;

beforeAll(async () => {
  forum = await TestForum.start();
  const moderator = await forum.person(await forum.open(), { role: 'moderator' });
  const { sectionId } = await forum.section(moderator);
  const rows: { channel: number }[] = await forum.dataSource.query('SELECT channel FROM section WHERE id = $1', [sectionId]);
  channel = rows[0]?.channel ?? 0;
});
afterAll(() => forum.stop());

it('[R7] a look at a text is answered in whatever moment it is asked for: also in that in which the last one has ended', async () => {
  const { engine } = forum.app.get(DraftingService, { strict: false });
  for (let ticks = 0; ticks < 12; ticks++) {
    await engine.look(channel, () => undefined);
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
    expect(await engine.look(channel, ({ seq }) => seq)).toBe(1);
  }
});

it('[R13] those who wait together are shown one text, read after each of them had asked; one that fails keeps nothing from the others', async () => {
  const { engine } = forum.app.get(DraftingService, { strict: false });
  const store = forum.app.get(DraftingStore, { strict: false });
  const heads = jest.spyOn(store, 'head');
  const first = engine.look(channel, ({ seq }) => seq);
  const others = Array.from({ length: 20 }, (_, index) =>
    engine.look(channel, ({ seq }) => {
      if (index === 3) throw new Error('not for this one');
      return seq;
    }),
  );
  const shown = await Promise.allSettled([first, ...others]);
  expect(shown.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  expect(shown[4]).toMatchObject({ status: 'rejected' });
  expect(heads).toHaveBeenCalledTimes(2); // the others asked after the first reading had begun
  heads.mockRestore();
});
