import type { Mark, Node, Schema } from 'prosemirror-model';
import type * as Y from 'yjs';
import { isInlineNode, type InlineNode } from '../schema/inline-node.js';

/** Marks by name with their attributes, as Yjs keeps them beside text. */
export type RunMarks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Characters with equal marks, or one inline node, which counts as one. A line break is a newline, so breaking a line never
 * cuts the shared text in two.
 */
export interface Run {
  readonly text: string;
  readonly marks: RunMarks;
  readonly inline?: InlineNode;
}

const marksOf = (marks: readonly Mark[]): RunMarks => Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]));

// Half of a surrogate pair cannot travel: others would read a replacement character where this replica keeps the half.
const LONE_SURROGATE = /\p{Surrogate}/gu;

const OBJECT = '\ufffc';

/** The runs of a text block of the editor; an inline leaf counts one character, as it does in ProseMirror. */
export function runsOfNode(block: Node): Run[] {
  const runs: Run[] = [];
  block.forEach((child) => {
    const marks = marksOf(child.marks);
    const inline: unknown = { type: child.type.name, ...child.attrs };
    if (isInlineNode(inline)) runs.push({ text: OBJECT, marks, inline });
    else runs.push({ text: child.text?.replace(LONE_SURROGATE, '\ufffd') ?? '\n', marks });
  });
  return runs;
}

export function runsOfText(text: Y.XmlText): Run[] {
  const delta: readonly { insert: unknown; attributes?: RunMarks }[] = text.toDelta();
  return delta.map(({ insert, attributes: marks = {} }) =>
    isInlineNode(insert) ? { text: OBJECT, marks, inline: insert } : { text: String(insert), marks },
  );
}

/** The inline nodes that show these runs. */
export function nodesOfRuns(schema: Schema, runs: readonly Run[]): Node[] {
  return runs.flatMap(({ text, marks: named, inline }) => {
    const marks = Object.entries(named).map(([name, attrs]) => schema.mark(name, attrs));
    if (inline !== undefined) return [schema.node(inline.type, { ...inline }, [], marks)];
    const pieces = text.split(/(\n)/).filter((piece) => piece !== '');
    return pieces.map((piece) => (piece === '\n' ? schema.node('hardBreak', null, [], marks) : schema.text(piece, marks)));
  });
}

/** The part of `runs` between two character offsets. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/**
 * Two sequences of runs as strings that can be compared letter by letter: an inline node becomes a letter that stands for its
 * value and occurs in neither text.
 */
export function comparable(before: readonly Run[], after: readonly Run[]): [string, string] {
  const letters = lettersFor([...before, ...after]);
  const read = (runs: readonly Run[]): string =>
    runs.map(({ text, inline }) => (inline === undefined ? text : (letters.get(keyOf(inline)) ?? OBJECT))).join('');
  return [read(before), read(after)];
}

const FIRST_PRIVATE_LETTER = 0xe000;

const keyOf = (inline: InlineNode): string => JSON.stringify(Object.entries(inline).sort());

function lettersFor(runs: readonly Run[]): ReadonlyMap<string, string> {
  const keys = new Set(runs.flatMap(({ inline }) => (inline === undefined ? [] : [keyOf(inline)])));
  if (keys.size === 0) return new Map();
  const taken = new Set(runs.flatMap(({ text, inline }) => (inline === undefined ? [...text] : [])));
  let next = FIRST_PRIVATE_LETTER;
  const freeLetter = (): string => {
    const letter = String.fromCharCode(next++);
    return taken.has(letter) ? freeLetter() : letter;
  };
  return new Map([...keys].map((key) => [key, freeLetter()]));
}
