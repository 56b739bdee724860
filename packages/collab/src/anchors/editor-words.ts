import type { WordPlaces } from '@expert-forum/contracts';
import type { Node } from 'prosemirror-model';
import { RunningText, type WordRange } from './running-text.js';
import { placesOf, resolveAnchor } from './text-anchor.js';

/** A run of letters, or an inline node, which is one character of the shared text. */
interface Leaf {
  /** Characters before it. */
  readonly offset: number;
  readonly position: number;
  readonly length: number;
}

/**
 * Characters of the shared text as positions of an editor that shows it. A picture of one moment, for as many threads as there
 * are; both have to be in step.
 */
export class EditorWords {
  private readonly text: RunningText;
  private readonly leaves: Leaf[] = [];

  constructor(body: ConstructorParameters<typeof RunningText>[0], document: Node) {
    this.text = new RunningText(body);
    let offset = 0;
    document.descendants((node, position) => {
      if (!node.isInline) return true;
      this.leaves.push({ offset, position, length: node.nodeSize });
      offset += node.nodeSize;
      return false;
    });
  }

  /** The places of what is selected between two positions; null where that is no word at all. */
  select(from: number, to: number): WordPlaces | null {
    const range = { from: this.offsetAt(from), to: this.offsetAt(to) };
    return range.from < range.to ? placesOf(this.text, range) : null;
  }

  /** From which position to which an anchor's words are shown; null: they are gone. */
  show(anchor: WordPlaces): WordRange | null {
    const range = resolveAnchor(this.text, anchor);
    if (range === null) return null;
    const from = this.positionOf(range.from);
    const last = this.positionOf(range.to - 1);
    return from === null || last === null ? null : { from, to: last + 1 };
  }

  private offsetAt(position: number): number {
    const leaf = this.lastLeaf((each) => each.position <= position);
    return leaf === undefined ? 0 : leaf.offset + Math.min(position - leaf.position, leaf.length);
  }

  /** Before this character. */
  private positionOf(offset: number): number | null {
    const leaf = this.lastLeaf((each) => each.offset <= offset);
    return leaf === undefined || offset >= leaf.offset + leaf.length ? null : leaf.position + offset - leaf.offset;
  }

  /** By halves: they stand in order, and `isBefore` holds for the first of them. */
  private lastLeaf(isBefore: (leaf: Leaf) => boolean): Leaf | undefined {
    let [low, high] = [0, this.leaves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const leaf = this.leaves[middle];
      if (leaf !== undefined && isBefore(leaf)) low = middle + 1;
      else high = middle;
    }
    return this.leaves[low - 1];
  }
}
