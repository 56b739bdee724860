import { Fragment, Slice, type Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';

/** Changes the document of `transaction` into `wanted` by the smallest replacement, so that the editor's positions survive. */
export function showChange(transaction: Transaction, wanted: Node): void {
  replaceContent(transaction, 0, transaction.doc, wanted);
}

/** `start`: position at which the content of `shown` begins. */
function replaceContent(transaction: Transaction, start: number, shown: Node, wanted: Node): void {
  if (shown.isTextblock) return replaceInline(transaction, start, shown, wanted);
  const [from, keptAtEnd] = equalEnds(shown, wanted);
  const [shownEnd, wantedEnd] = [shown.childCount - keptAtEnd, wanted.childCount - keptAtEnd];
  if (from === shownEnd && from === wantedEnd) return;
  const at = start + sizeOf(shown, 0, from);
  const [only, replacement] = [shown.maybeChild(from), wanted.maybeChild(from)];
  const isSingle = from + 1 === shownEnd && from + 1 === wantedEnd;
  if (isSingle && only && replacement && only.sameMarkup(replacement)) {
    return replaceContent(transaction, at + 1, only, replacement);
  }
  const blocks = Fragment.from(wanted.content.content.slice(from, wantedEnd));
  transaction.replace(at, at + sizeOf(shown, from, shownEnd), new Slice(blocks, 0, 0));
}

function replaceInline(transaction: Transaction, start: number, shown: Node, wanted: Node): void {
  const from = shown.content.findDiffStart(wanted.content);
  const ends = shown.content.findDiffEnd(wanted.content);
  if (from === null || ends === null) return;
  const overlap = Math.max(from - Math.min(ends.a, ends.b), 0);
  transaction.replace(start + from, start + ends.a + overlap, wanted.slice(from, ends.b + overlap));
}

/** How many children are equal at the start and, of the others, at the end. */
function equalEnds(a: Node, b: Node): [number, number] {
  const most = Math.min(a.childCount, b.childCount);
  let start = 0;
  while (start < most && isEqual(a.child(start), b.child(start))) start++;
  let end = 0;
  while (end < most - start && isEqual(a.child(a.childCount - end - 1), b.child(b.childCount - end - 1))) end++;
  return [start, end];
}

const isEqual = (a: Node, b: Node): boolean => a === b || a.eq(b);

const sizeOf = (parent: Node, from: number, to: number): number =>
  parent.content.content.slice(from, to).reduce((size, child) => size + child.nodeSize, 0);
