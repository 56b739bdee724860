import type { SectionConnection } from '@expert-forum/collab/client';
import { expect } from '@jest/globals';
import { textOf, until } from '../client/typing.fixture.js';
import { wordsIn, wordsOf, type Writer } from './writer.fixture.js';

/** Some who type in a section, somebody who reads it, and what has to be true of their text whatever befalls the forum. */
export class WritingParty {
  constructor(
    readonly observer: SectionConnection,
    readonly writers: readonly Writer[],
    /** What the database holds, whatever the forum says. */
    private readonly stored: () => Promise<string>,
  ) {}

  /** Resolves when so many more words have reached the observer; everybody types on, as many words as they may. */
  async type(count: number, most?: number): Promise<void> {
    const enough = wordsOf(this.observer).length + count;
    for (const writer of this.writers) writer.start(most);
    await until(this.observer, () => wordsOf(this.observer).length >= enough);
  }

  /** Resolves when each writer has been told that something could not be stored; it waits, and they type on. */
  async expectToldOfFailure(): Promise<void> {
    for (const writer of this.writers) {
      const { section } = writer;
      await until(section, () => section.status === 'connecting' || writer.isDone);
      expect(section.statusDetails).toMatchObject({ word: 'connecting', isEditable: true });
      expect(writer.acknowledged.length).toBeLessThan(writer.typed.length);
    }
    for (const writer of this.writers) writer.burst();
  }

  /** What anybody has been shown or promised by now is in the database. */
  async expectKept(): Promise<void> {
    const promised = [...wordsOf(this.observer), ...this.writers.flatMap(({ acknowledged }) => acknowledged)];
    const stored = new Set(wordsIn(await this.stored()));
    expect(promised.filter((word) => !stored.has(word))).toEqual([]);
  }

  /** The clients come back by themselves: each word is there once, in its writer's order, for everybody. */
  async expectWhole(): Promise<void> {
    const { observer, writers } = this;
    await Promise.all(writers.map((writer) => writer.finish()));
    const typed = writers.flatMap((writer) => writer.typed);
    await until(observer, () => wordsOf(observer).length >= typed.length);
    for (const writer of writers) {
      const own = new Set(writer.typed);
      expect(wordsOf(observer).filter((word) => own.has(word))).toEqual(writer.typed);
    }
    expect(wordsOf(observer)).toHaveLength(typed.length);
    await until(observer, () => observer.contentHash() !== null);
    for (const { section } of writers) {
      await until(section, () => section.contentHash()?.seq === observer.contentHash()?.seq);
      expect(section.contentHash()).toEqual(observer.contentHash());
    }
    expect(await this.stored()).toBe(textOf(observer));
  }

  async leave(): Promise<void> {
    await Promise.all([this.observer, ...this.writers.map(({ section }) => section)].map((section) => section.destroy()));
  }
}
