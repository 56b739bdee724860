import { jcs } from '../canonical/jcs.js';
import type { NodeJson } from '../canonical/document-json.js';

/** What a text block stands in. */
export type Within = 'list' | 'quote' | 'cell';

/** A block that holds words, as it is shown and compared beside its neighbours. */
export interface TextBlock {
  readonly id: string;
  readonly name: 'paragraph' | 'heading' | 'footnote';
  /** Of a heading, from 1. */
  readonly level: number | null;
  readonly within: Within | null;
  /** An inline node counts one character, U+FFFC, as it does in the shared text. */
  readonly words: string;
  /** Of everything but the id: changes with marks and levels too. */
  readonly form: string;
}

const WITHIN: Readonly<Record<string, Within>> = { listItem: 'list', blockquote: 'quote', tableHeader: 'cell', tableCell: 'cell' };

/** The blocks of a document that hold words, in reading order. */
export function textBlocksOf(document: NodeJson, within: Within | null = null): TextBlock[] {
  return (document.content ?? []).flatMap((node) => {
    const { type: name, attrs = {} } = node;
    if (name !== 'paragraph' && name !== 'heading' && name !== 'footnote') return textBlocksOf(node, WITHIN[name] ?? within);
    const { id, level, ...others } = attrs;
    const form = jcs([name, within, level ?? null, others, node.content ?? []]);
    return [{ id: String(id), name, level: typeof level === 'number' ? level : null, within, words: wordsOf(node), form }];
  });
}

function wordsOf({ type, text, content = [] }: NodeJson): string {
  if (type === 'hardBreak') return '\n';
  if (type === 'footnoteMark' || type === 'paragraphReference') return '\ufffc';
  return text ?? content.map(wordsOf).join('');
}
