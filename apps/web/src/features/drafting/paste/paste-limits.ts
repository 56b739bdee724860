import { LIMITS } from '@expert-forum/domain';
import type { Fragment, Node, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

/** Id, names and clocks that travel with a struct, generously. */
const BYTES_A_STRUCT = 40;

/** Whether the section, and the one update that carries it, can hold what is to be inserted. */
export function fits({ doc, selection }: EditorState, { content }: Slice): boolean {
  const { characters, bytes, structs, depth } = weigh(content);
  return (
    weigh(doc.content).characters + characters <= LIMITS.document.characters &&
    bytes + structs * BYTES_A_STRUCT <= LIMITS.update.bytes &&
    structs <= LIMITS.update.structs &&
    selection.$from.depth + depth <= LIMITS.document.depth
  );
}

interface Weight {
  characters: number;
  bytes: number;
  structs: number;
  depth: number;
}

function weigh(content: Fragment): Weight {
  const weight: Weight = { characters: 0, bytes: 0, structs: 0, depth: 0 };
  content.forEach((node) => add(weight, node, 1));
  return weight;
}

/** Structs as Yjs makes them: of a block itself, its attributes and its text; of a run its letters and two ends a mark. */
function add(weight: Weight, node: Node, depth: number): void {
  if (node.isInline) {
    const words = node.text ?? '\n';
    weight.characters += words.length;
    weight.bytes += new TextEncoder().encode(words).length;
    weight.structs += 1 + 2 * node.marks.length;
    return;
  }
  weight.structs += 1 + Object.keys(node.attrs).length + (node.isTextblock ? 1 : 0);
  weight.depth = Math.max(weight.depth, depth);
  node.forEach((child) => add(weight, child, depth + 1));
}
