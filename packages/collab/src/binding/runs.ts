import type { Mark, Node, Schema } from 'prosemirror-model';
import type * as Y from 'yjs';

/** Marks by name with their attributes, as Yjs keeps them beside text. */
export type RunMarks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Characters with equal marks. A line break is a newline, so breaking a line never cuts the shared text in two. */
export interface Run {
  readonly text: string;
  readonly marks: RunMarks;
}

const marksOf = (marks: readonly Mark[]): RunMarks => Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));

// Half of a surrogate pair cannot travel: others would read a replacement character where this replica keeps the half.
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The runs of a text block of the editor; an inline leaf counts one character, as it does in ProseMirror. */
export function runsOfNode(block: Node): Run[] {
  const runs: Run[] = [];
  block.forEach((child) => {
    runs.push({ text: child.text?.replace(LONE_SURROGATE, '\ufffd') ?? '\n', marks: marksOf(child.marks) });
  });
  return runs;
}

export function runsOfText(text: Y.XmlText): Run[] {
  const delta: readonly { insert: unknown; attributes?: RunMarks }[] = text.toDelta();
  return delta.map(({ insert, attributes = {} }) => ({ text: String(insert), marks: attributes }));
}

/** The inline nodes that show these runs. */
export function nodesOfRuns(schema: Schema, runs: readonly Run[]): Node[] {
  return runs.flatMap(({ text, marks: named }) => {
    const marks = Object.entries(named).map(([name, attrs]) => schema.mark(name, attrs));
    const pieces = text.split(/(\n)/).filter((piece) => piece !== '');
    return pieces.map((piece) => (piece === '\n' ? schema.node('hardBreak', null, [], marks) : schema.text(piece, marks)));
  });
}

/** The part of `runs` between two character offsets. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap(({ text, marks }) => {
    const piece = text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    start += text.length;
    return piece === '' ? [] : [{ text: piece, marks }];
  });
}
