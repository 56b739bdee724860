import type { SectionConnection } from '@expert-forum/collab/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum } from './demonstration.fixture.js';
import { textOf, type, until } from './typing.fixture.js';

let forum: RunningForum;
const opened: SectionConnection[] = [];

beforeAll(async () => {
  forum = await startDemonstration();
}, 60_000);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((section) => section.destroy()));
});
afterAll(() => forum.stop());

async function openAs(email: string): Promise<SectionConnection> {
  const section = (await forum.enter(email)).open(forum.drafting.sectionId);
  opened.push(section);
  await section.synced;
  return section;
}

describe('drafting together through the client', () => {
  it('[P1] [P3] what one types and has saved, the other has too, and the contents are equal by hash', async () => {
    const [first, second] = forum.drafting.drafters;
    const [a, b] = [await openAs(first), await openAs(second)];
    type(a, 'from the one');
    type(b, 'from the other');
    await Promise.all([a.saved(), b.saved()]);
    await until(a, () => textOf(a).includes('from the other'));
    await until(b, () => textOf(b).includes('from the one'));
    expect(a.contentHash()).toEqual(b.contentHash());
    expect(await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`)).toMatchObject(a.contentHash() ?? {});
  });

  it('[R5] many edits in a moment travel in few frames and arrive once, in order', async () => {
    const [first, second] = forum.drafting.drafters;
    const [a, b] = [await openAs(first), await openAs(second)];
    const words = Array.from({ length: 300 }, (_, number) => `edit ${number};`);
    for (const word of words) type(a, word);
    await a.saved();
    await until(b, () => textOf(b).includes('edit 299;'));
    expect(textOf(b).match(/edit \d+;/g)).toEqual(words);
  });

  it('[P11] a large paste travels in parts and is shown as one', async () => {
    const [first, second] = forum.drafting.drafters;
    const [a, b] = [await openAs(first), await openAs(second)];
    a.doc.transact(() => {
      for (let run = 0; run < 12; run += 1) type(a, `pasted ${run} ${'x'.repeat(15_000)}`);
    });
    await a.saved();
    await until(b, () => textOf(b).includes('pasted 11'));
    expect(b.contentHash()).toEqual(a.contentHash());
  });

  it('[R17] a change that breaks the form of a section is refused, goes to the tray, and nobody else sees it', async () => {
    const [first, second] = forum.drafting.drafters;
    const [a, b] = [await openAs(first), await openAs(second)];
    const before = textOf(b);
    a.doc.getXmlFragment('body').insert(0, [new Y.XmlText('loose words')]);
    await expect(a.saved()).rejects.toMatchObject({ code: 'schema-violated' });
    expect(a.tray).toMatchObject([{ textAfter: 'loose words', problem: 'schema-violated' }]);
    await until(a, () => a.statusDetails.isEditable);
    type(a, 'good words');
    await a.saved();
    await until(b, () => textOf(b).includes('good words'));
    expect([textOf(b).includes('loose words'), textOf(b).startsWith(before)]).toEqual([false, true]);
  });

  it('[R17] a freeze reaches every screen within a second, and late words land in the tray', async () => {
    const [first, second] = forum.drafting.drafters;
    const [a, b] = [await openAs(first), await openAs(second)];
    await forum.moderate('POST', `sections/${forum.drafting.sectionId}/phase`, { to: 'consultation' });
    const since = Date.now();
    await Promise.all([until(a, () => a.status === 'readonly'), until(b, () => b.status === 'readonly')]);
    expect(Date.now() - since).toBeLessThan(1_000);
    expect(a.statusDetails).toMatchObject({ phase: 'consultation', problem: 'section-frozen', isEditable: false });
    type(a, 'too late');
    await expect(a.saved()).rejects.toMatchObject({ code: 'section-frozen' });
    expect(a.tray).toMatchObject([{ textAfter: 'too late' }]);
    await forum.moderate('POST', `sections/${forum.drafting.sectionId}/phase`, { to: 'drafting' });
    await until(a, () => a.statusDetails.isEditable);
    type(a, 'in time again');
    await a.saved();
    await until(b, () => textOf(b).includes('in time again'));
    expect(textOf(b)).not.toContain('too late');
  });
});
