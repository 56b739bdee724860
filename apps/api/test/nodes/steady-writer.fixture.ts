import type { SectionConnection, SectionStatus } from '@expert-forum/collab/client';
import { type } from '../client/typing.fixture.js';

/** As fast as somebody types words. */
const PACE_MS = 80;

/** Somebody who types a numbered word every moment, whatever happens, and takes down what their status line says meanwhile. */
export class SteadyWriter {
  readonly typed: string[] = [];
  /** Every word that the status line said. */
  readonly said = new Set<string>();
  /** How long each time was in which the forum had not this writer's line, in ms. */
  readonly gaps: number[] = [];
  wasEverShut = false;
  private cutAt: number | null = null;
  private typing: NodeJS.Timeout | undefined;

  constructor(
    private readonly name: string,
    readonly section: SectionConnection,
  ) {
    section.on('status', (status) => this.takeDown(status));
  }

  start(): void {
    this.typing = setInterval(() => {
      const word = `[${this.name}${this.typed.length}]`;
      type(this.section, word);
      this.typed.push(word);
    }, PACE_MS);
  }

  /** Resolves when everything that was typed is received. */
  async finish(): Promise<void> {
    clearInterval(this.typing);
    await this.section.saved();
  }

  private takeDown({ word, isEditable }: SectionStatus): void {
    this.said.add(word);
    if (!isEditable) this.wasEverShut = true;
    if (word === 'synced') {
      if (this.cutAt !== null) this.gaps.push(performance.now() - this.cutAt);
      this.cutAt = null;
    } else this.cutAt ??= performance.now();
  }
}
