/** A block of a section's text, as far as its number goes: its node name, and what it holds if it holds something. */
export interface NumberableBlock {
  readonly type: string;
  readonly content?: readonly unknown[];
}

/**
 * Numbers of the blocks of a section's text, from 1; null for a block without one. A heading has none, a list or quotation
 * belongs to the paragraph before it, and a paragraph gets one with its first word, so that a blank line renumbers nothing.
 */
export function numberParagraphs(blocks: readonly NumberableBlock[]): (number | null)[] {
  let last = 0;
  return blocks.map(({ type, content = [] }) => (type === 'paragraph' && content.length > 0 ? ++last : null));
}
