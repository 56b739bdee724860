import { newParagraphId } from '@expert-forum/collab';
import * as Y from 'yjs';

/** Name of the root type in every system: the one our editor uses. */
const ROOT = 'body';

export const rootOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(ROOT);

/** The words of every paragraph; whoever has anything else in it is not of this benchmark. */
export function paragraphTexts(doc: Y.Doc): Y.XmlText[] {
  return rootOf(doc).toArray().map((block) => {
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (text instanceof Y.XmlText) return text;
    throw new Error('the text has a block that is no paragraph');
  });
}

/** The paragraph everybody types into: the first one of the text. */
export function firstParagraph(doc: Y.Doc): Y.XmlText {
  const [text] = paragraphTexts(doc);
  if (text === undefined) throw new Error('the text has no paragraph to type into');
  return text;
}

/** The whole text, a newline between two paragraphs. */
export const wholeText = (doc: Y.Doc): string => paragraphTexts(doc).map(String).join('\n');

/** Its length in UTF-16 units; 0 without a paragraph. */
export function charactersOf(doc: Y.Doc): number {
  const texts = paragraphTexts(doc);
  return texts.reduce((sum, { length }) => sum + length, Math.max(0, texts.length - 1));
}

export function paragraphOf(words: string, id = newParagraphId()): { element: Y.XmlElement; text: Y.XmlText } {
  const [element, text] = [new Y.XmlElement('paragraph'), new Y.XmlText(words)];
  element.setAttribute('id', id);
  element.insert(0, [text]);
  return { element, text };
}

/** Of the first paragraph, where a text has to be the same for everybody who begins it. */
const FIRST_ID = 'p-0000000000';

/** Gives an empty text its paragraph, as the first person would; a system with a text of its own needs none. */
export function seedIfEmpty(doc: Y.Doc): void {
  const root = rootOf(doc);
  if (root.length === 0) root.insert(0, [paragraphOf('', FIRST_ID).element]);
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
  while (rootOf(doc).length === 0) await new Promise((resolve) => doc.once('update', resolve));
}

/** Length in UTF-16 units of the text in an encoded state; 0 if there is no state. */
export function charactersIn(updates: Iterable<Uint8Array>): number {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return charactersOf(doc);
}
