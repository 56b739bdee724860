import type { NodeJson } from '../canonical/document-json.js';
import { suggestionsOf } from './suggestion.js';
import { isInline, unitsOf, viewWithout, type BlockView, type IsOwn, type Unit } from './view-without.js';

/** Words that somebody who may only suggest inserted without a mark: the server makes them a suggestion of theirs. */
export interface UnmarkedWords {
  /** The paragraph id of their block, and from where to where they stand in it; an inline node counts one. */
  readonly block: unknown;
  readonly from: number;
  readonly to: number;
}

export type SuggestionJudgement =
  | { readonly ok: true; readonly unmarked: readonly UnmarkedWords[] }
  /** `base-changed`: more than the person's own suggestions; `suggestion-forged`: something that looks like another's. */
  | { readonly ok: false; readonly problem: 'base-changed' | 'suggestion-forged' };

/**
 * Whether a change is one that somebody may make who may only suggest (R15): the document without their own suggestions is after
 * it what it was before. Only words that came without a mark are let through, to be marked. Accepting, also what is one's own,
 * rejecting and altering others' suggestions, and hiding base text under one's own are therefore no suggestions.
 * Blocks that are the same objects in both are not looked at: about 0.4 ms for a letter in 2,000 paragraphs, and 50 without any such.
 * @param isOwn whether a suggestion's id is of the person: its lease is one that they had.
 */
export function judgeSuggestion(before: NodeJson, after: NodeJson, isOwn: IsOwn): SuggestionJudgement {
  return judgeChanged(...withoutSame(before, after), isOwn);
}

function judgeChanged(before: NodeJson, after: NodeJson, isOwn: IsOwn): SuggestionJudgement {
  if (isForged(before, after, isOwn)) return { ok: false, problem: 'suggestion-forged' };
  const unmarked = unmarkedIn(viewWithout(before, isOwn), viewWithout(after, isOwn), isOwn);
  return unmarked === null ? { ok: false, problem: 'base-changed' } : { ok: true, unmarked };
}

/** Both without the blocks that they begin and end with alike. */
function withoutSame(before: NodeJson, after: NodeJson): [before: NodeJson, after: NodeJson] {
  const [was, is] = [before.content ?? [], after.content ?? []];
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start++;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  return [{ ...before, content: was.slice(start, was.length - end) }, { ...after, content: is.slice(start, is.length - end) }];
}

/** What was added between the two; null: they differ in more than words that carry no suggestion. */
function unmarkedIn(before: BlockView | null, after: BlockView | null, isOwn: IsOwn): UnmarkedWords[] | null {
  if (before === null || after === null) return before === after ? [] : null;
  if (before.form !== after.form || before.blocks.length !== after.blocks.length) return null;
  const words = unmarkedAmong(before, after, isOwn);
  if (words === null) return null;
  for (const [index, block] of before.blocks.entries()) {
    const inside = unmarkedIn(block, after.blocks[index] ?? null, isOwn);
    if (inside === null) return null;
    words.push(...inside);
  }
  return words;
}

function unmarkedAmong({ node: before }: BlockView, { node: after, id }: BlockView, isOwn: IsOwn): UnmarkedWords[] | null {
  if (!after.content?.some(isInline) && !before.content?.some(isInline)) return [];
  // Most blocks are as they were, and letters are many.
  if (JSON.stringify(before.content) === JSON.stringify(after.content)) return [];
  const added = addedUnits(unitsOf(before, isOwn), unitsOf(after, isOwn));
  return added && rangesOf(added).map(([from, to]) => ({ block: id, from, to }));
}

function addedUnits(before: readonly Unit[], after: readonly Unit[]): Unit[] | null {
  const added: Unit[] = [];
  let next = 0;
  for (const unit of after) {
    if (before[next]?.key === unit.key) next++;
    else if (unit.isSuggested) return null;
    else added.push(unit);
  }
  return next === before.length ? added : null;
}

function rangesOf(units: readonly Unit[]): [from: number, to: number][] {
  const ranges: [from: number, to: number][] = [];
  for (const { at } of units) {
    const last = ranges.at(-1);
    if (last?.[1] === at) last[1]++;
    else ranges.push([at, at + 1]);
  }
  return ranges;
}

/** More of another's suggestion than there was; in what one proposes oneself nothing else would show it. */
function isForged(before: NodeJson, after: NodeJson, isOwn: IsOwn): boolean {
  const [was, is] = [sizesOfOthers(before, isOwn), sizesOfOthers(after, isOwn)];
  return [...is].some(([part, size]) => size > (was.get(part) ?? 0));
}

function sizesOfOthers(node: NodeJson, isOwn: IsOwn, sizes = new Map<string, number>()): Map<string, number> {
  for (const { name, id } of suggestionsOf(node)) {
    const part = `${name} ${String(id)}`;
    if (!isOwn(id)) sizes.set(part, (sizes.get(part) ?? 0) + (node.text?.length ?? 1));
  }
  node.content?.forEach((child) => sizesOfOthers(child, isOwn, sizes));
  return sizes;
}
