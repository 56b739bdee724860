import { useSyncExternalStore } from 'react';

/** How this tab is connected. */
export interface LiveLine {
  /** `opening`: a first try, or again after a moment; `cut`: no answer. */
  readonly kind: 'opening' | 'open' | 'cut' | 'refused';
  /** When it was open last, in ms since 1970; null while it is, and if it never was. */
  readonly lastOpen: number | null;
}

let line: LiveLine = { kind: 'opening', lastOpen: null };
const listeners = new Set<() => void>();

export function setLine(next: LiveLine): void {
  line = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

const current = (): LiveLine => line;

export const useLiveLine = (): LiveLine => useSyncExternalStore(subscribe, current);
