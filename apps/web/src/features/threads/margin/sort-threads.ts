import type { ThreadView } from '@expert-forum/contracts';

export interface SortedThreads {
  /** Open ones at their words, in the order of the text. */
  readonly open: readonly ThreadView[];
  readonly resolved: readonly ThreadView[];
  /** Open ones whose words are gone. */
  readonly detached: readonly ThreadView[];
}

/** @param order ids of those whose words are shown, in the order of the text; null: not known yet */
export function sortThreads(threads: readonly ThreadView[], order: readonly string[] | null): SortedThreads {
  const places = new Map(order?.map((id, place) => [id, place]));
  const placeOf = ({ id }: ThreadView): number => places.get(id) ?? threads.length;
  const unresolved = threads.filter(({ state }) => state !== 'resolved');
  return {
    open: unresolved.filter(({ isDetached }) => !isDetached).sort((a, b) => placeOf(a) - placeOf(b)),
    resolved: threads.filter(({ state }) => state === 'resolved').reverse(),
    detached: unresolved.filter(({ isDetached }) => isDetached),
  };
}
