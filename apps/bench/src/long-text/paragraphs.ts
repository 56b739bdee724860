import type * as Y from 'yjs';
import { paragraphOf, paragraphTexts, rootOf } from '../systems/shared-text.ts';
import type { Edit } from './edit.ts';

/** The paragraphs of one replica, to be edited as an editor does: a newline parts a paragraph in two, without it they are one. */
export class Paragraphs {
  private readonly doc: Y.Doc;
  private readonly texts: Y.XmlText[];
  /** Where the last edit was: the next one is often near. */
  private near = { index: 0, start: 0 };

  constructor(doc: Y.Doc) {
    this.doc = doc;
    this.texts = paragraphTexts(doc);
  }

  /** One transaction, so that it is one update. */
  apply({ at, deleted, inserted }: Omit<Edit, 'author'>): void {
    this.doc.transact(() => {
      this.delete(at, deleted);
      if (inserted !== '') this.insert(at, inserted);
    });
  }

  private delete(at: number, count: number): void {
    for (let left = count; left > 0; ) {
      const { index, offset } = this.place(at);
      const text = this.text(index);
      const here = Math.min(left, text.length - offset);
      if (here > 0) text.delete(offset, here);
      else this.join(index);
      left -= Math.max(here, 1);
    }
  }

  private insert(at: number, words: string): void {
    const [first = '', ...others] = words.split('\n');
    const { index, offset } = this.place(at);
    const text = this.text(index);
    if (first !== '') text.insert(offset, first);
    let [end, last] = [offset + first.length, index];
    for (const paragraph of others) {
      this.part(last, end, paragraph);
      [end, last] = [paragraph.length, last + 1];
    }
  }

  /** What stands behind `offset` goes into a new paragraph, behind `words`. */
  private part(index: number, offset: number, words: string): void {
    const text = this.text(index);
    const rest = text.toString().slice(offset);
    if (rest !== '') text.delete(offset, rest.length);
    const paragraph = paragraphOf(words + rest);
    rootOf(this.doc).insert(index + 1, [paragraph.element]);
    this.texts.splice(index + 1, 0, paragraph.text);
  }

  private join(index: number): void {
    const [text, next] = [this.text(index), this.text(index + 1)];
    if (next.length > 0) text.insert(text.length, next.toString());
    rootOf(this.doc).delete(index + 1, 1);
    this.texts.splice(index + 1, 1);
  }

  private place(at: number): { index: number; offset: number } {
    let { index, start } = this.near;
    while (at < start) {
      index -= 1;
      start -= this.text(index).length + 1;
    }
    while (at > start + this.text(index).length) {
      start += this.text(index).length + 1;
      index += 1;
    }
    this.near = { index, start };
    return { index, offset: at - start };
  }

  private text(index: number): Y.XmlText {
    const text = this.texts[index];
    if (text === undefined) throw new RangeError(`the text has ${this.texts.length} paragraphs and not ${index + 1}`);
    return text;
  }
}
