import * as Y from 'yjs';
import { blockElement } from '../schema/block-element.js';
import { BODY } from '../schema/section-schema.js';

/** A block of the text that a section starts with: a string is a paragraph. */
export type SeedBlock = string | { readonly heading: 1 | 2 | 3; readonly text: string };

export interface Seed {
  /** At least one; an empty string for a section without text yet. */
  readonly blocks: readonly SeedBlock[];
  /** The server's lease for this section. */
  readonly lease: number;
  readonly newId: () => string;
}

/** The update that creates a section's text. Only the server makes one, once, when it creates the section (R12). */
export function seedUpdate({ blocks, lease, newId }: Seed): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = lease;
  const body = doc.getXmlFragment(BODY);
  doc.transact(() => body.insert(0, blocks.map((block) => elementOf(block, newId()))));
  return Y.encodeStateAsUpdate(doc);
}

function elementOf(block: SeedBlock, id: string): Y.XmlElement {
  const element =
    typeof block === 'string' ? blockElement('paragraph', { id }) : blockElement('heading', { id, level: block.heading });
  element.insert(0, [new Y.XmlText(typeof block === 'string' ? block : block.text)]);
  return element;
}
