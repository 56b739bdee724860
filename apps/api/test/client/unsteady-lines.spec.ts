import { MemoryPageLocks, MemorySectionStorage, openSocketIo, type Device, type OpenSocket, type SectionConnection } from '@expert-forum/collab/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemonstration, type RunningForum, type Visitor } from './demonstration.fixture.js';
import { Line } from './line.fixture.js';
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

const newDevice = (): Device => ({ storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), isLasting: true });

function openOn(device: Device, line: Line, { signedIn, mandateId, open }: Visitor): SectionConnection {
  const section = open(forum.drafting.sectionId, {
    device,
    identity: { memberId: signedIn.member.id, mandateId },
    surroundings: { openSocket: line.openSocket },
  });
  opened.push(section);
  return section;
}

const count = (section: SectionConnection, words: string): number => textOf(section).split(words).length - 1;

describe('lines that break', () => {
  it('[P2] [R5] what was typed offline, over a reload and on, is in the text once after the line is back', async () => {
    const [device, line] = [newDevice(), new Line()];
    const [writer, reader] = [await forum.enter(forum.drafting.drafters[0]), await forum.enter(forum.drafting.drafters[1])];
    const other = reader.open(forum.drafting.sectionId);
    opened.push(other);
    const page = openOn(device, line, writer);
    await Promise.all([page.synced, other.synced]);
    line.cut();
    type(page, 'typed offline.');
    expect(page.status).toBe('offline');
    await until(page, () => page.statusDetails.unsent === 1);
    await page.destroy();

    const reloaded = openOn(device, line, writer);
    await until(reloaded, () => reloaded.statusDetails.isEditable);
    expect([reloaded.status, count(reloaded, 'typed offline.')]).toEqual(['offline', 1]);
    type(reloaded, 'typed after the reload.');
    type(other, 'typed by another meanwhile.');
    await other.saved();
    line.mend();
    await reloaded.saved();
    await until(other, () => count(other, 'typed after the reload.') === 1);
    await until(reloaded, () => count(reloaded, 'typed by another meanwhile.') === 1);
    expect([count(other, 'typed offline.'), reloaded.statusDetails.unsent]).toEqual([1, 0]);
    expect(reloaded.contentHash()).toEqual(other.contentHash());
  });

  it('[R5] an answer that was lost is asked for again and the words count once', async () => {
    const line = new Line();
    const page = openOn(newDevice(), line, await forum.enter(forum.drafting.drafters[0]));
    await page.synced;
    line.losesAnswers = true;
    type(page, 'answer lost.');
    await new Promise((resolve) => setImmediate(resolve));
    line.losesAnswers = false;
    line.cut();
    line.mend();
    await page.saved();
    expect(await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`)).toMatchObject(page.contentHash() ?? {});
    expect(count(page, 'answer lost.')).toBe(1);
  });

  it('[R17] words typed offline into a section that was frozen meanwhile land in the tray', async () => {
    const line = new Line();
    const page = openOn(newDevice(), line, await forum.enter(forum.drafting.drafters[0]));
    await page.synced;
    line.cut();
    type(page, 'missed the freeze.');
    const saved = page.saved();
    await forum.moderate('POST', `sections/${forum.drafting.sectionId}/phase`, { to: 'consultation' });
    line.mend();
    await expect(saved).rejects.toMatchObject({ code: 'section-frozen' });
    await until(page, () => page.status === 'readonly');
    expect([count(page, 'missed the freeze.'), page.tray.map((item) => item.textAfter)]).toEqual([0, ['missed the freeze.']]);
    await forum.moderate('POST', `sections/${forum.drafting.sectionId}/phase`, { to: 'drafting' });
  });

  it('[P4] a drafter who is removed in mid-typing keeps reading and loses nothing', async () => {
    const visitor = await forum.enter(forum.drafting.drafters[0]);
    const page = openOn(newDevice(), new Line(), visitor);
    await page.synced;
    type(page, 'still a drafter.');
    await page.saved();
    await forum.moderate('DELETE', `sections/${forum.drafting.sectionId}/drafters/${visitor.mandateId}`);
    await until(page, () => page.status === 'readonly');
    type(page, 'no drafter any more.');
    await expect(page.saved()).rejects.toMatchObject({ code: 'not-a-drafter' });
    expect([count(page, 'still a drafter.'), page.tray.length]).toEqual([1, 1]);
    await forum.moderate('POST', `sections/${forum.drafting.sectionId}/drafters`, { mandateId: visitor.mandateId });
    await until(page, () => page.statusDetails.isEditable);
  });

  it('[P4] signing out ends the connection; what is unsent stays on the device', async () => {
    const [device, line] = [newDevice(), new Line()];
    const visitor = await forum.enter(forum.drafting.drafters[0]);
    const page = openOn(device, line, visitor);
    await page.synced;
    line.losesAnswers = true;
    type(page, 'not answered.');
    await visitor.signedIn.signOut();
    await until(page, () => page.status === 'rejected');
    expect(page.statusDetails).toMatchObject({ problem: { code: 'login-required' }, unsent: 1 });
    expect(await device.storage.unsent(visitor.signedIn.member.id)).toHaveLength(1);
  });

  it('[R11] a client of another protocol is told to load itself anew', async () => {
    const visitor = await forum.enter(forum.drafting.drafters[0]);
    const openSocket: OpenSocket = (url, handshake, listener) => openSocketIo(url, { ...handshake, protocol: 999 }, listener);
    const page = visitor.open(forum.drafting.sectionId, { surroundings: { openSocket } });
    opened.push(page);
    await expect(page.synced).rejects.toMatchObject({ code: 'client-too-old' });
    expect(page.status).toBe('rejected');
  });

  it('[P9] sections opened with one ticket function share one connection', async () => {
    const visitor = await forum.enter(forum.drafting.drafters[0]);
    const other = await forum.enter(forum.drafting.drafters[1]);
    const watcher = other.open(forum.drafting.sectionId);
    const [first, second] = [visitor.open(forum.drafting.sectionId), visitor.open(forum.drafting.sectionId)];
    opened.push(watcher, first, second);
    await Promise.all([watcher.synced, first.synced, second.synced]);
    type(first, 'by the first page of a tab.');
    await first.saved();
    await until(second, () => count(second, 'by the first page of a tab.') === 1);
  });
});
