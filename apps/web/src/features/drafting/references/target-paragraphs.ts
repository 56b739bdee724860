import type { NodeJson } from '@expert-forum/collab';
import { numberParagraphs } from '@expert-forum/domain';
import type { Node } from '@tiptap/pm/model';

/** A paragraph that a reference may point to. */
export interface TargetParagraph {
  readonly id: string;
  /** null while it has no number: it is empty, a heading, or inside of a list. */
  readonly number: number | null;
  /** Its first words. */
  readonly opening: string;
}

const OPENING_CHARACTERS = 90;

/** The blocks of the root, with their numbers and first words. */
export function targetParagraphs(document: NodeJson): TargetParagraph[] {
  const blocks = document.content ?? [];
  const numbers = numberParagraphs(blocks);
  return blocks.map((block, index) => ({ id: String(block.attrs?.['id']), number: numbers[index] ?? null, opening: shortened(wordsOf(block)) }));
}

/** The same of the document that an editor shows. */
export function ownParagraphs(doc: Node): TargetParagraph[] {
  const numbers = numberParagraphs(doc.children.map(({ type, children }) => ({ type: type.name, content: children })));
  return doc.children.map((block, index) => ({ id: String(block.attrs['id']), number: numbers[index] ?? null, opening: shortened(block.textContent) }));
}

const wordsOf = ({ type, text, content = [] }: NodeJson): string => (type === 'hardBreak' ? ' ' : (text ?? content.map(wordsOf).join('')));

const shortened = (words: string): string => (words.length > OPENING_CHARACTERS ? `${words.slice(0, OPENING_CHARACTERS).replace(/\s+\S*$/u, '')}…` : words);
