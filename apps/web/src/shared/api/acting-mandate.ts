import { useSyncExternalStore } from 'react';

const KEY = 'forum.mandate';
const listeners = new Set<() => void>();

/** The mandate this tab speaks under; a new tab begins with the last one chosen on the device. */
export const actingMandateId = (): string | null => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);

export function actUnder(mandateId: string | null): void {
  for (const storage of [sessionStorage, localStorage]) {
    if (mandateId === null) storage.removeItem(KEY);
    else storage.setItem(KEY, mandateId);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useActingMandateId = (): string | null => useSyncExternalStore(subscribe, actingMandateId);
