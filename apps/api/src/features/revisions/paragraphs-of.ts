import { jcs, type NodeJson } from '@expert-forum/collab';
import type { ParagraphText } from '@expert-forum/domain';

/** The blocks of a document that hold words, in reading order, as they are compared. */
export function paragraphsOf(document: NodeJson): ParagraphText[] {
  const blocks = (document.content ?? []).filter(({ attrs }) => typeof attrs?.['id'] === 'string');
  if (blocks.length > 0) return blocks.flatMap(paragraphsOf);
  const id = document.attrs?.['id'];
  return typeof id === 'string' ? [{ id, words: wordsOf(document), form: jcs(document) }] : [];
}

const wordsOf = ({ type, text, content = [] }: NodeJson): string => (type === 'hardBreak' ? '\n' : (text ?? content.map(wordsOf).join('')));
