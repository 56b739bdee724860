import type { SectionConnection } from '@expert-forum/collab/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { type, until } from '../client/typing.fixture.js';

let forum: RunningForum;

beforeAll(async () => {
  forum = await startDemonstration();
}, 60_000);
afterAll(() => forum.stop());

describe('a section that is removed while it is open', () => {
  it('[OU4] becomes read-only on every screen, and what was typed too late lands in its author’s tray', async () => {
    const { sectionId, drafters } = forum.drafting;
    const pages: SectionConnection[] = [];
    for (const email of drafters) pages.push((await forum.enter(email)).open(sectionId));
    await Promise.all(pages.map((page) => page.synced));
    await forum.moderate('DELETE', `sections/${sectionId}`);
    await Promise.all(pages.map((page) => until(page, () => page.status === 'readonly')));
    for (const page of pages) expect(page.statusDetails).toMatchObject({ problem: 'section-removed', isEditable: false });
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    type(page, 'too late');
    await expect(page.saved()).rejects.toMatchObject({ code: 'section-removed' });
    expect(page.tray).toMatchObject([{ textAfter: 'too late' }]);
    await Promise.all(pages.map((each) => each.destroy()));
  });
});
