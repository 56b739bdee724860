import { setImmediate, setTimeout } from 'node:timers/promises';
import { connectSection, ForumProblem, MemoryPageLocks, MemorySectionStorage, type Device, type SectionConnection } from '@expert-forum/collab/client';
import * as Y from 'yjs';
import { Line } from '../client/line.fixture.js';
import { LOG, textOfLog } from '../crash/stored-text.js';
import { textOf, type, until } from '../client/typing.fixture.js';
import { block, RawConnection } from '../drafting/raw-connection.fixture.js';
import type { TwoNodes } from '../nodes/two-nodes.fixture.js';
import type { Person } from '../people/forum.fixture.js';

/** Within one turn of the loop each: more than one frame, and fewer than a burst. */
const MOST_WORDS = 60;
/** Of the colleague: what a connection may send, and some to spare. */
const PACE_MS = 50;

/** A section, somebody who types in it on the far node, and a second connection of theirs there that only listens. */
export class Stage {
  readonly line = new Line();
  private readonly words: string[] = [];
  private n = 0;
  private writing: Promise<void> = Promise.resolve();
  private isColleagueWriting = false;

  private constructor(
    private readonly nodes: TwoNodes,
    readonly person: Person,
    readonly sectionId: string,
    readonly listener: RawConnection,
    /** Of a colleague, on the near node. */
    private readonly colleague: RawConnection,
    private readonly device: Device,
  ) {}

  static async of(nodes: TwoNodes): Promise<Stage> {
    const { forum, by, centres, people } = nodes.discussion;
    const person = await forum.person(by, { role: 'expert', centreId: centres.own });
    const colleague = await forum.person(by, { role: 'expert', centreId: centres.other });
    const { sectionId } = await forum.section(people.moderator);
    for (const { mandateId } of [person, colleague]) await forum.ask(people.moderator, 'POST', `sections/${sectionId}/drafters`, { mandateId }).expect(204);
    const enter = async (who: Person, url: string): Promise<RawConnection> => {
      const { body } = await forum.ask(who, 'POST', 'tickets', { mandateId: who.mandateId }).expect(201);
      const raw = await RawConnection.open(url, { ticket: body.ticket });
      await raw.join(sectionId);
      return raw;
    };
    const device: Device = { storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), isLasting: true };
    return new Stage(nodes, person, sectionId, await enter(person, nodes.far), await enter(colleague, forum.url), device);
  }

  async open(): Promise<SectionConnection> {
    const { memberId, mandateId } = this.person;
    const page = connectSection({
      url: this.nodes.far,
      ticket: () => this.ticket(),
      sectionId: this.sectionId,
      device: this.device,
      identity: { memberId, mandateId },
      surroundings: { openSocket: this.line.openSocket },
    });
    await page.synced;
    return page;
  }

  /** As a program does that has not heard of anything. */
  type(page: SectionConnection): void {
    const word = `word${this.words.length}.`;
    this.words.push(word);
    type(page, word);
  }

  /** Types, a word each turn of the loop, until something has happened. */
  async typeDuring(page: SectionConnection, happens: Promise<unknown>): Promise<void> {
    let hasHappened = false;
    const happening = happens.finally(() => (hasHappened = true));
    while (!hasHappened && this.words.length < MOST_WORDS) {
      this.type(page);
      await setImmediate();
    }
    await happening;
  }

  /** The colleague writes, and has it received. */
  async writeMore(): Promise<void> {
    const update = this.colleague.change((body) => body.insert(body.length, [block('paragraph', new Y.XmlText('More.'))]));
    const answer = await this.colleague.push([update], { firstN: (this.n += 1) });
    if (!answer.ok && !['section-frozen', 'section-removed', 'not-joined'].includes(answer.problem.code)) throw new Error(answer.problem.code);
  }

  /** The colleague writes on and on; resolves when the listener has heard of it. */
  async startWriting(): Promise<void> {
    const isHeard = new Promise((resolve) => this.listener.socket.once('update:applied', resolve));
    this.isColleagueWriting = true;
    this.writing = this.writeOn();
    this.writing.catch(() => undefined); // `stopWriting` says so
    await isHeard;
  }

  async stopWriting(): Promise<void> {
    this.isColleagueWriting = false;
    await this.writing;
  }

  /** What becomes of what the listener writes; null: its line is closed. */
  async tryToWrite(): Promise<string | null> {
    if (!this.listener.socket.connected) return null;
    const update = this.listener.append(block('paragraph', new Y.XmlText('Too late.')));
    const cut = this.listener.cut().then(() => null);
    const answer = await Promise.race([this.listener.push([update]), cut]);
    return answer === null ? null : answer.ok ? 'taken' : answer.problem.code;
  }

  /** Resolves when the page has been told that its member may type no more. */
  untilTold(page: SectionConnection): Promise<void> {
    return until(page, () => page.status === 'readonly' || page.status === 'rejected');
  }

  /** Where each word is that was typed: in the log of the forum, kept for its author, or (never) nowhere or in both. */
  async whereabouts(page: SectionConnection): Promise<{ typed: number; stored: number; lost: string[]; doubled: string[] }> {
    const stored = textOfLog(await this.nodes.discussion.forum.dataSource.query(LOG, [this.sectionId]));
    const shown = page.statusDetails.unsent > 0 ? textOf(page) : '';
    const tray = page.tray.map(({ textAfter }) => textAfter).join('\n');
    const count = (text: string, word: string): number => text.split(word).length - 1;
    const isStored = (word: string): boolean => count(stored, word) > 0;
    const isKept = (word: string): boolean => count(tray, word) > 0 || (!isStored(word) && count(shown, word) > 0);
    return {
      typed: this.words.length,
      stored: this.words.filter(isStored).length,
      lost: this.words.filter((word) => !isStored(word) && !isKept(word)),
      doubled: this.words.filter((word) => count(stored, word) > 1 || count(tray, word) > 1),
    };
  }

  private async writeOn(): Promise<void> {
    for (; this.isColleagueWriting; await setTimeout(PACE_MS)) await this.writeMore();
  }

  close(): void {
    this.listener.close();
    this.colleague.close();
  }

  private async ticket(): Promise<string> {
    const { status, body } = await this.nodes.discussion.forum.ask(this.person, 'POST', 'tickets', { mandateId: this.person.mandateId });
    if (status !== 201) throw new ForumProblem(body);
    return body.ticket;
  }
}
