import * as Y from 'yjs';
import { BODY } from '../schema/section-schema.js';
import type { TrayItem } from './storage/section-storage.js';

/** The words of every identified paragraph of a section, in the order of the text. */
export function paragraphTexts(doc: Y.Doc): Map<string | null, string> {
  const texts = new Map<string | null, string>();
  const visit = (node: Y.XmlFragment, paragraphId: string | null): void => {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) texts.set(paragraphId, (texts.get(paragraphId) ?? '') + wordsOf(child));
      else if (child instanceof Y.XmlElement) visit(child, child.getAttribute('id') ?? paragraphId);
    }
  };
  visit(doc.getXmlFragment(BODY), null);
  return texts;
}

const wordsOf = (text: Y.XmlText): string =>
  text.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\n')).join('');

export interface Refusal extends Omit<TrayItem, 'id' | 'paragraphId' | 'textBefore' | 'textAfter'> {
  /** Distinguishes this refusal from every other one on the device. */
  readonly name: string;
}

/** What a refusal takes out of the text, paragraph by paragraph: `before` is the text without it, `after` with it. */
export function trayItems(before: Y.Doc, after: Y.Doc, { name, ...refusal }: Refusal): TrayItem[] {
  const [old, typed] = [paragraphTexts(before), paragraphTexts(after)];
  const changed = [...new Set([...typed.keys(), ...old.keys()])].filter((id) => old.get(id) !== typed.get(id));
  return changed.map((paragraphId) => ({
    ...refusal,
    id: `${name}/${paragraphId ?? ''}`,
    paragraphId,
    textBefore: old.get(paragraphId) ?? '',
    textAfter: typed.get(paragraphId) ?? '',
  }));
}
