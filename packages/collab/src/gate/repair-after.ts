import * as Y from 'yjs';
import { newParagraphId } from '../paragraph-ids/paragraph-id.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { childNames, isComplete } from './content-rules.js';

/**
 * Gives blocks that edits valid apart left incomplete the content they need: an empty paragraph in an emptied text, quote or
 * list item, an item in an emptied list; and an id to blocks of programs that
 * set none. Nothing is deleted. Only the server repairs, under a lease of its own (R11).
 *
 * @returns the update it made and applied to `doc`, null when there was nothing to repair
 */
export function repairAfter(doc: Y.Doc, serverLease: number, newId: () => string = newParagraphId): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  doc.clientID = serverLease;
  doc.on('update', keep);
  doc.transact(() => complete(doc.getXmlFragment(BODY), 'doc', newId));
  doc.off('update', keep);
  return updates[0] ?? null;
}

function complete(parent: Y.XmlFragment, name: string, newId: () => string): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (!child.hasAttribute('id')) child.setAttribute('id', newId());
    complete(child, child.nodeName, newId);
  }
  if (isComplete(name, childNames(parent))) return;
  const needed = sectionSchema.nodes[name]?.contentMatch.defaultType?.name;
  if (needed === undefined) return;
  const filler = new Y.XmlElement(needed);
  filler.setAttribute('id', newId());
  parent.insert(0, [filler]);
  complete(filler, needed, newId);
}
