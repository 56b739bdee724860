import type { CharacterId } from '@expert-forum/contracts';
import { INLINE_OBJECT } from '@expert-forum/domain';
import * as Y from 'yjs';

/** Characters `from` up to but without `to`, counted in UTF-16 units over the whole section. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly type: Y.XmlText;
  readonly paragraphId: string;
  readonly from: number;
  readonly to: number;
}

// What JSON in the database cannot hold; nothing else changes the length of the text or the place of a character.
const UNSTORABLE = /\u0000|\p{Surrogate}/gu;
const REPLACEMENT = '\ufffd';

/**
 * The words of a section in reading order as one string, without anything between paragraphs: it reads the same before and
 * after a paragraph is split or joined. A picture of one moment; the document must not have changed since.
 */
export class RunningText {
  readonly string: string;
  private readonly pieces: Piece[] = [];
  private readonly byType = new Map<unknown, Piece>();

  constructor(private readonly body: Y.XmlFragment) {
    let string = '';
    for (const type of textsIn(body)) {
      const from = string.length;
      for (const item of livingItems(type)) string += textOf(item);
      const piece = { type, paragraphId: paragraphIdOf(type), from, to: string.length };
      this.pieces.push(piece);
      this.byType.set(type, piece);
    }
    this.string = string.replace(UNSTORABLE, REPLACEMENT);
  }

  /** Where a character stands: before it, or (`end`) behind it. One that was deleted leaves its gap. Null: it is not of this text. */
  offsetOf(character: CharacterId, side: 'start' | 'end'): number | null {
    const { doc } = this.body;
    const place = Y.createRelativePositionFromJSON({ item: { client: character.client, clock: character.clock }, assoc: side === 'end' ? -1 : 0 });
    // Never along what this replica alone knows to have been undone: every replica has to find the same place.
    const found = doc && Y.createAbsolutePositionFromRelativePosition(place, doc, false);
    const piece = found && this.byType.get(found.type);
    return piece ? piece.from + found.index : null;
  }

  /** Is this very character still there? */
  holds(character: CharacterId): boolean {
    const offset = this.offsetOf(character, 'start');
    const standing = offset === null || offset >= this.string.length ? null : this.characterAt(offset);
    return standing?.client === character.client && standing.clock === character.clock;
  }

  characterAt(offset: number): CharacterId {
    const { type, from } = this.pieceAt(offset);
    let left = offset - from;
    for (const item of livingItems(type)) {
      if (left < item.length) return { client: item.id.client, clock: item.id.clock + left };
      left -= item.length;
    }
    throw new RangeError(`no character at ${offset}`);
  }

  paragraphAt(offset: number): string {
    return this.pieceAt(offset).paragraphId;
  }

  /** The runs of text over which these words go. */
  typesIn(range: WordRange): Y.XmlText[] {
    return this.pieces.filter(({ from, to }) => from < range.to && range.from < to).map(({ type }) => type);
  }

  /** What was inserted since the document had this state vector. */
  since(known: ReadonlyMap<number, number>): WordRange[] {
    const ranges: WordRange[] = [];
    for (const { type, from } of this.pieces) {
      let at = from;
      for (const { id, length } of livingItems(type)) {
        const old = Math.min(Math.max((known.get(id.client) ?? 0) - id.clock, 0), length);
        if (old < length) append(ranges, { from: at + old, to: at + length });
        at += length;
      }
    }
    return ranges;
  }

  private pieceAt(offset: number): Piece {
    const piece = this.pieces.find(({ from, to }) => from <= offset && offset < to);
    if (piece === undefined) throw new RangeError(`no character at ${offset}`);
    return piece;
  }
}

const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });

function* livingItems(type: Y.XmlText): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.countable) yield item;
}

const textOf = ({ content, length }: Y.Item): string => (content instanceof Y.ContentString ? content.str : INLINE_OBJECT.repeat(length));

const paragraphIdOf = ({ parent }: Y.XmlText): string => (parent instanceof Y.XmlElement ? (parent.getAttribute('id') ?? '') : '');

function append(ranges: WordRange[], range: WordRange): void {
  const last = ranges.at(-1);
  if (last?.to === range.from) ranges.splice(-1, 1, { from: last.from, to: range.to });
  else ranges.push(range);
}
