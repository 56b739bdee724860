import type { SectionWhereabouts, WhereaboutsNews } from '@expert-forum/contracts';
import { useSyncExternalStore } from 'react';

/** By section, as this tab was told last; empty while the line is cut. */
const here = new Map<string, readonly string[]>();
const listeners = new Set<() => void>();

const changed = (): void => listeners.forEach((listener) => listener());

/** Takes what has changed or, after beginning to watch, everything there is to see. */
export function takeWhereabouts({ sections }: WhereaboutsNews): void {
  for (const { sectionId, here: present } of sections) {
    if (present.length === 0) here.delete(sectionId);
    else here.set(sectionId, present);
  }
  changed();
}

/** Nothing is known of others any more. */
export function forgetWhereabouts(): void {
  here.clear();
  changed();
}

/** The forum announces what its contracts say; what an older or newer one says instead is not shown. */
export const isWhereabouts = (value: unknown): value is WhereaboutsNews =>
  typeof value === 'object' && value !== null && 'sections' in value && Array.isArray(value.sections) && value.sections.every(isOfSection);

const isOfSection = (value: unknown): value is SectionWhereabouts =>
  typeof value === 'object' && value !== null && 'sectionId' in value && typeof value.sectionId === 'string' && 'here' in value && Array.isArray(value.here);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Who is in one of these sections: codes of centres and roles, each once. */
export function useWhereabouts(sectionIds: readonly string[]): readonly string[] {
  const listed = useSyncExternalStore(subscribe, () => [...new Set(sectionIds.flatMap((id) => here.get(id) ?? []))].sort().join('\n'));
  return listed === '' ? [] : listed.split('\n');
}
