import * as Y from 'yjs';
import { blockElement } from '../schema/block-element.js';
import { BODY } from '../schema/section-schema.js';
import { seedUpdate, type SeedBlock } from '../seed/seed-update.js';

export const SERVER_LEASE = 1;
export const LEASE = 7;

export function countingIds(first = 0): () => string {
  let next = first;
  return () => `p-${String(next++).padStart(10, '0')}`;
}

/** Ids that no other test text uses. */
export const newId = countingIds(5_000);

/** A section as the server holds it, with blocks `p-0000000000`, `p-0000000001`, … */
export function sectionOf(...blocks: SeedBlock[]): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedUpdate({ blocks, lease: SERVER_LEASE, newId: countingIds() }));
  return doc;
}

/** Somebody's replica of a section, and the updates it emits. */
export class Replica {
  readonly doc = new Y.Doc({ gc: false });
  readonly body = this.doc.getXmlFragment(BODY);
  private readonly updates: Uint8Array[] = [];

  constructor(of: Y.Doc, lease = LEASE) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(of));
    this.doc.clientID = lease;
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update));
  }

  /** The update that one change emits. */
  change(change: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
    this.doc.transact(() => change(this.body, this.doc));
    return this.updates.pop() ?? new Uint8Array([0, 0]);
  }
}

/** What one change to a fresh replica of `section` emits. */
export const changed = (section: Y.Doc, change: (body: Y.XmlFragment, doc: Y.Doc) => void, lease = LEASE): Uint8Array =>
  new Replica(section, lease).change(change);

export function block(body: Y.XmlFragment, index = 0): Y.XmlElement {
  const element = body.get(index);
  if (!(element instanceof Y.XmlElement)) throw new RangeError(`no block ${index}`);
  return element;
}

export function run(body: Y.XmlFragment, index = 0): Y.XmlText {
  const text = block(body, index).get(0);
  if (!(text instanceof Y.XmlText)) throw new RangeError(`no text in block ${index}`);
  return text;
}

/** A block with what is put into it; strings become runs of text. */
export function blockOf(name: string, content: readonly (string | Y.XmlElement)[] = [], attributes: object = {}): Y.XmlElement {
  const element = blockElement(name, { id: newId(), ...attributes });
  element.insert(0, content.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)));
  return element;
}
