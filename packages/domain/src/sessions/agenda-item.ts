import { decided, refused, type Decision } from '../verdict.js';
import type { SessionState } from './session.js';

export const ITEM_STATES = ['pending', 'active', 'decided', 'deferred', 'referred'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** How an item leaves the table. */
export const ITEM_CONCLUSIONS = ['decided', 'deferred', 'referred'] as const satisfies readonly ItemState[];
export type ItemConclusion = (typeof ITEM_CONCLUSIONS)[number];

/** `active`: put on the table; `pending`: what was decided under it was corrected, so it has to come up again. */
const EDGES: Readonly<Record<ItemState, readonly ItemState[]>> = {
  pending: ['active'],
  active: ITEM_CONCLUSIONS,
  decided: ['pending'],
  deferred: ['active'],
  referred: [],
};

export function itemAfter(state: ItemState, to: ItemState): Decision<ItemState> {
  return EDGES[state].includes(to) ? decided(to) : refused('item-state-unfit', { state, to });
}

/** How an item on the table ends; of one that has ended so already, the words can be recorded until the session is closed. */
export function itemConcluded(session: SessionState, state: ItemState, to: ItemConclusion): Decision<ItemState> {
  if (session === 'planned' || session === 'closed') return refused('session-state-unfit', { state: session, act: 'conclude' });
  return state === to ? decided(to) : itemAfter(state, to);
}

interface PlannedItem {
  readonly id: string;
  /** Once at least: calls and decisions refer to it. */
  readonly wasOnTable: boolean;
  readonly sectionIds: readonly string[];
}

interface ProposedItem {
  /** Absent for a new item. */
  readonly id?: string;
  readonly sectionIds: readonly string[];
}

/** May the agenda be replaced by this one? What was on the table stays, with its sections; the rest is free. */
export function judgeAgenda(current: readonly PlannedItem[], proposed: readonly ProposedItem[]): Decision<readonly ProposedItem[]> {
  const known = new Set(current.map(({ id }) => id));
  const ids = proposed.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (new Set(ids).size < ids.length || ids.some((id) => !known.has(id))) return refused('item-unknown');
  const kept = new Map(proposed.map((item) => [item.id, item]));
  const isKept = ({ id, sectionIds }: PlannedItem): boolean => {
    const sections = kept.get(id)?.sectionIds;
    return sections?.length === sectionIds.length && sectionIds.every((sectionId) => sections.includes(sectionId));
  };
  const isFixed = current.every((item) => !item.wasOnTable || isKept(item));
  return isFixed ? decided(proposed) : refused('agenda-fixed');
}
