import * as Y from 'yjs';
import { newParagraphId } from '../paragraph-ids/paragraph-id.js';
import { blockElement } from '../schema/block-element.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { childNames, isComplete } from './content-rules.js';
import { fillRows } from './table-rules.js';

/**
 * Gives blocks that edits valid apart left incomplete the content they need: an empty paragraph in an emptied text, quote, list
 * item or cell, an item in an emptied list, cells in a row that is shorter than the others; and an id to blocks of programs
 * that set none. Nothing is deleted. Only the server repairs, under a lease of its own (R11).
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
  const needed = isComplete(name, childNames(parent)) ? undefined : sectionSchema.nodes[name]?.contentMatch.defaultType?.name;
  if (needed !== undefined) parent.insert(0, [fillerOf(needed, newId)]);
  if (parent instanceof Y.XmlElement && name === 'table') fillRows(parent, () => fillerOf('tableCell', newId));
}

/** An empty block, with what it needs in it. */
function fillerOf(name: string, newId: () => string): Y.XmlElement {
  const filler = blockElement(name, { id: newId() });
  const needed = isComplete(name, []) ? undefined : sectionSchema.nodes[name]?.contentMatch.defaultType?.name;
  if (needed !== undefined) filler.insert(0, [fillerOf(needed, newId)]);
  return filler;
}
