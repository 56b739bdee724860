import { setImmediate } from 'node:timers/promises';
import { MemoryPageLocks, MemorySectionStorage, type SectionConnection } from '@expert-forum/collab/client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDemonstration, type RunningForum, type Visitor } from './demonstration.fixture.js';
import { Line } from './line.fixture.js';
import { textOf, type, until } from './typing.fixture.js';

let forum: RunningForum;
let watcher: SectionConnection;

beforeAll(async () => {
  forum = await startDemonstration();
  watcher = (await forum.enter(forum.drafting.drafters[1])).open(forum.drafting.sectionId);
  await watcher.synced;
}, 60_000);
afterAll(async () => {
  await watcher.destroy();
  await forum.stop();
});

/** Words typed before the page is told, at most, and after it. */
const [BEFORE, AFTER] = [150, 10];

/** Somebody whose program types on, whatever it is told: a word each turn of the loop. */
class Typist {
  readonly words: string[] = [];
  private constructor(
    readonly visitor: Visitor,
    readonly page: SectionConnection,
    private readonly name: string,
  ) {}

  static async enter(email: string, name: string): Promise<Typist> {
    const visitor = await forum.enter(email);
    const page = visitor.open(forum.drafting.sectionId, {
      device: { storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), isLasting: true },
      identity: { memberId: visitor.signedIn.member.id, mandateId: visitor.mandateId },
      surroundings: { openSocket: new Line().openSocket },
    });
    await page.synced;
    return new Typist(visitor, page, name);
  }

  /** Until a while after the page has been told. */
  async typeUntil(told: 'readonly' | 'rejected'): Promise<void> {
    const first = this.words.length;
    const isTold = until(this.page, () => this.page.status === told).then(() => (hasHeard = true));
    let hasHeard = false;
    while (!hasHeard && this.words.length < first + BEFORE) await this.typeOne();
    await isTold;
    for (let more = 0; more < AFTER; more += 1) await this.typeOne();
  }

  private async typeOne(): Promise<void> {
    const word = `[${this.name}${this.words.length}]`;
    this.words.push(word);
    type(this.page, word);
    await setImmediate();
  }

  /** Words that are not in one place, once: in the text of the forum, or kept on the device. */
  async misplaced(): Promise<string[]> {
    const { sectionId } = forum.drafting;
    const stored = JSON.stringify(await forum.moderate('GET', `sections/${sectionId}/text`));
    const kept = (await this.page.unsentText()).map(({ textAfter }) => textAfter).join(' ');
    return this.words.filter((word) => stored.split(word).length + kept.split(word).length !== 3);
  }
}

describe('whoever types on while the right to type goes', () => {
  it('[P2] [P4] [R17] finds every word in the text or in the tray when it was the part in the section', async () => {
    const typist = await Typist.enter(forum.drafting.drafters[0], 'a');
    const { page, visitor: { mandateId } } = typist;
    const place = `sections/${forum.drafting.sectionId}/drafters`;
    for (let times = 0; times < 3; times += 1) {
      const removal = forum.moderate('DELETE', `${place}/${mandateId}`);
      await typist.typeUntil('readonly');
      await removal;
      await until(page, () => page.status === 'readonly' && page.statusDetails.unsent === 0);
      await forum.moderate('POST', place, { mandateId });
      await until(page, () => page.statusDetails.isEditable);
    }
    expect(await typist.misplaced()).toEqual([]);
    expect(textOf(watcher)).toContain(typist.words[0]);
    expect(page.tray.length).toBeGreaterThan(0);
    await page.destroy();
  });

  it.each([0, 1])('[P2] [P4] [R17] finds every word in the text or on the device when it was the mandate (%i)', async (who) => {
    const typist = await Typist.enter(forum.drafting.drafters[who === 0 ? 0 : 1], who === 0 ? 'b' : 'c');
    const { page, visitor: { mandateId } } = typist;
    const withdrawal = forum.administer('POST', `mandates/${mandateId}/withdrawal`);
    await typist.typeUntil('rejected');
    await withdrawal;
    expect(await typist.misplaced()).toEqual([]);
    expect(page.status).toBe('rejected');
    await page.destroy();
  });
});
