import * as Y from 'yjs';

/** Name of the root type in every system: the one our editor uses. */
const ROOT = 'body';

/** The paragraph everybody types into: the first one of the text. */
export function firstParagraph(doc: Y.Doc): Y.XmlText {
  const block = doc.getXmlFragment(ROOT).get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('the text has no paragraph to type into');
  return text;
}

/** Gives an empty text its paragraph, as the first person would; a system with a text of its own needs none. */
export function seedIfEmpty(doc: Y.Doc): void {
  const root = doc.getXmlFragment(ROOT);
  if (root.length > 0) return;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  root.insert(0, [paragraph]);
}

/** A text that is the same for everybody who begins with it, where no server has one to give. */
export function beginAlike(): Y.Doc {
  const first = new Y.Doc();
  first.clientID = 1;
  seedIfEmpty(first);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
  return doc;
}

/** Resolves as soon as the replica has a paragraph to type into. */
export async function whenSeeded(doc: Y.Doc): Promise<void> {
  while (doc.getXmlFragment(ROOT).length === 0) await new Promise((resolve) => doc.once('update', resolve));
}

/** Length in UTF-16 units of the paragraph in an encoded state; 0 if there is no state. */
export function charactersIn(updates: Iterable<Uint8Array>): number {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getXmlFragment(ROOT).length === 0 ? 0 : firstParagraph(doc).length;
}
