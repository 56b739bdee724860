import * as Y from 'yjs';
import { SharedSection, type HeadlessEditor } from '../binding/replicas.fixture.js';
import { BODY } from '../schema/section-schema.js';
import type { SeedBlock } from '../seed/seed-update.js';
import { EditorWords } from './editor-words.js';
import { followAnchor, type Anchored } from './follow-anchor.js';
import { RunningText } from './running-text.js';
import { anchorAt, locate, resolveAnchor } from './text-anchor.js';

/** A section with its writers and one thread, which the server looks after as it does between two commits. */
export class WatchedThread {
  readonly section: SharedSection;
  anchored: Anchored;
  /** Whether what is lost was cut a moment ago. */
  isRecent = true;
  /** What the server had when it last saw the words. */
  private seen: ReadonlyMap<number, number> | null = null;

  /** @param words what the thread is about; the first place where they stand */
  constructor(blocks: readonly SeedBlock[], words: string, writers = 2) {
    this.section = new SharedSection(blocks, writers);
    const from = this.text.string.indexOf(words);
    this.anchored = { anchor: anchorAt(this.text, { from, to: from + words.length }), isDetached: false };
    this.look();
  }

  get text(): RunningText {
    return new RunningText(this.section.server.getXmlFragment(BODY));
  }

  /** Everything travels, and the server looks. */
  settle(): void {
    this.section.sync();
    this.section.sync();
    this.look();
  }

  /** The node starts anew: what it knew of the text before is gone. */
  restart(): void {
    this.seen = null;
  }

  look(): void {
    const { text, seen } = this;
    const news = { inserted: seen && (() => text.since(seen)), isRecent: this.isRecent };
    this.anchored = followAnchor(text, this.anchored, news) ?? this.anchored;
    if (!this.anchored.isDetached) this.seen = Y.decodeStateVector(Y.encodeStateVector(this.section.server));
  }

  /** The words as the server has them; null: detached. */
  get words(): string | null {
    const range = resolveAnchor(this.text, this.anchored.anchor);
    if (this.anchored.isDetached) return null;
    if (range === null) throw new Error('attached to nothing');
    return this.text.string.slice(range.from, range.to);
  }

  /** The words that an editor marks, with the offset at which they begin: `3 words`. */
  shown({ body, state }: HeadlessEditor): string {
    const range = new EditorWords(body, state.doc).show(this.anchored.anchor);
    return range === null ? 'nothing' : `${range.from} ${state.doc.textBetween(range.from, range.to, '', '\n')}`;
  }

  get located(): ReturnType<typeof locate> {
    return locate(this.text, this.anchored.anchor);
  }
}

/** Position of a piece of text in an editor. */
export function positionOf({ state: { doc } }: HeadlessEditor, words: string): number {
  let found: number | null = null;
  doc.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
    if (at >= 0) found ??= position + 1 + at;
  });
  if (found === null) throw new RangeError(`nobody wrote "${words}"`);
  return found;
}
