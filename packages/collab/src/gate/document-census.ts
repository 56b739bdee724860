import { LIMITS } from '@expert-forum/domain';
import * as Y from 'yjs';
import { paragraphIdEverOf } from '../paragraph-ids/paragraph-id-ever-of.js';
import { BODY } from '../schema/section-schema.js';

// Encoding a large document costs tens of milliseconds: measure again only after this much was added to it.
const MEASURE_EVERY_BYTES = 256 * 1024;
// More than most structs take; between two measurements the size is estimated, rather too high than too low.
const STRUCT_BYTES = 32;
/** Of one UTF-16 code unit, at the most. */
const UTF8_BYTES = 3;

/**
 * What the limits and paragraph ids need to know about a whole document, kept up to date with every transaction, so that
 * judging a key press never walks the text.
 */
export class DocumentCensus {
  private static readonly kept = new WeakMap<Y.Doc, DocumentCensus>();

  static of(doc: Y.Doc): DocumentCensus {
    const kept = DocumentCensus.kept.get(doc) ?? new DocumentCensus(doc);
    DocumentCensus.kept.set(doc, kept);
    return kept;
  }

  /** Live characters of the text. */
  characters = 0;
  private readonly liveIds = new Map<string, number>();
  private measuredBytes: number;
  private addedBytes = 0;

  private constructor(private readonly doc: Y.Doc) {
    this.countChildren(doc.getXmlFragment(BODY));
    this.measuredBytes = Y.encodeStateAsUpdate(doc).byteLength;
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => this.follow(transaction));
  }

  /** How many live blocks carry this paragraph id: more than one is a mistake (R18). */
  holders(paragraphId: string): number {
    return this.liveIds.get(paragraphId) ?? 0;
  }

  /** Would this many more bytes push the document, encoded as it is now, over its limit? */
  isFullWith(bytes: number): boolean {
    const isOver = (): boolean => this.measuredBytes + this.addedBytes + bytes > LIMITS.document.bytes;
    if (isOver() && this.addedBytes >= MEASURE_EVERY_BYTES) {
      this.measuredBytes = Y.encodeStateAsUpdate(this.doc).byteLength;
      this.addedBytes = 0;
    }
    return isOver();
  }

  private countChildren(parent: Y.XmlFragment): void {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) this.characters += child.length;
      if (!(child instanceof Y.XmlElement)) continue;
      this.countId(child, 1);
      this.countChildren(child);
    }
  }

  private follow(transaction: Y.Transaction): void {
    for (const [client, end] of transaction.afterState) {
      const start = transaction.beforeState.get(client) ?? 0;
      const structs = this.doc.store.clients.get(client) ?? [];
      if (end > start) structs.slice(Y.findIndexSS(structs, start)).forEach((struct) => this.count(struct, 1));
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => this.count(struct, -1));
  }

  private count(struct: Y.Item | Y.GC, sign: 1 | -1): void {
    if (!(struct instanceof Y.Item)) return;
    if (sign > 0) this.addedBytes += STRUCT_BYTES + UTF8_BYTES * charactersIn(struct.content);
    if (isOfText(struct.content)) this.characters += sign * struct.length;
    if (struct.content instanceof Y.ContentType && struct.content.type instanceof Y.XmlElement) {
      this.countId(struct.content.type, sign);
    }
  }

  private countId(element: Y.XmlElement, sign: 1 | -1): void {
    const id = paragraphIdEverOf(element);
    if (id === null) return;
    const holders = this.holders(id) + sign;
    if (holders > 0) this.liveIds.set(id, holders);
    else this.liveIds.delete(id);
  }
}

/** Live characters of the text, without walking it. */
export const charactersOf = (doc: Y.Doc): number => DocumentCensus.of(doc).characters;

/** Those of the text and, an address may be long, those of a mark. */
function charactersIn(content: Y.Item['content']): number {
  if (content instanceof Y.ContentString) return content.str.length;
  return content instanceof Y.ContentFormat ? JSON.stringify(content.value).length : 0;
}

/** Letters, line breaks and inline nodes: what has a place in a run of text. */
export const isOfText = (content: Y.Item['content']): boolean => content instanceof Y.ContentString || content instanceof Y.ContentEmbed;
