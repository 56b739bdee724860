import type { SectionConnection } from '@expert-forum/collab/client';
import { textOf, type } from '../client/typing.fixture.js';

const LONGEST_BURST = 6;

/** Somebody who types numbered words, burst after burst, and knows which of them were acknowledged. */
export class Writer {
  readonly typed: string[] = [];
  readonly acknowledged: string[] = [];
  private isWriting = false;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    readonly section: SectionConnection,
    private readonly random: () => number,
  ) {}

  /** Types so many words at most, or until it has to finish. */
  start(most = Infinity): void {
    this.isWriting = true;
    this.ended = this.write(this.typed.length + most);
    this.ended.catch(() => undefined); // it is `finish` that says so
  }

  /** Resolves when everything that was typed is acknowledged. */
  async finish(): Promise<void> {
    this.isWriting = false;
    await this.ended;
    await this.acknowledge();
  }

  /** Whether it has typed as much as it may, and all of it is acknowledged. */
  get isDone(): boolean {
    return !this.isWriting && this.acknowledged.length === this.typed.length;
  }

  /** Types on, whatever became of what was typed before. */
  burst(): string[] {
    const words = Array.from({ length: 1 + Math.floor(this.random() * LONGEST_BURST) }, (_, index) => `[${this.name}${this.typed.length + index}]`);
    for (const word of words) type(this.section, word);
    this.typed.push(...words);
    return words;
  }

  private async write(enough: number): Promise<void> {
    while (this.isWriting && this.typed.length < enough) {
      this.burst();
      await this.acknowledge();
    }
    this.isWriting = false;
  }

  private async acknowledge(): Promise<void> {
    const sent = this.typed.slice(this.acknowledged.length);
    await this.section.saved();
    this.acknowledged.push(...sent);
  }
}

export const wordsIn = (text: string): string[] => text.match(/\[[a-z]\d+\]/g) ?? [];

export const wordsOf = (section: SectionConnection): string[] => wordsIn(textOf(section));
