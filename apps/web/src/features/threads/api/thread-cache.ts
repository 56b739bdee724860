import type { ThreadView } from '@expert-forum/contracts';
import type { QueryClient } from '@tanstack/react-query';

export const threadsKey = (sectionId: string) => ['threads', sectionId] as const;

/** Of two views of a thread the one with the greater version counts, in whatever order they come (TH18). */
export function merged(known: readonly ThreadView[], told: readonly ThreadView[]): ThreadView[] {
  const threads = new Map(known.map((thread) => [thread.id, thread]));
  for (const thread of told) {
    const before = threads.get(thread.id);
    if (before === undefined || before.version < thread.version) threads.set(thread.id, thread);
  }
  return [...threads.values()].sort((a, b) => a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id));
}

/** The one way a thread reaches the screen, whether it was announced or is the answer to what was done here. */
export function takeThread(client: QueryClient, thread: ThreadView): void {
  client.setQueryData<ThreadView[]>(threadsKey(thread.sectionId), (known) => known && merged(known, [thread]));
}

/** `thread:changed` of this section; null for anything else that is announced. */
export function changedThread(name: string, payload: unknown, sectionId: string): ThreadView | null {
  if (name !== 'thread:changed' || !isRecord(payload) || !isThread(payload['thread'])) return null;
  return payload['thread'].sectionId === sectionId ? payload['thread'] : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The forum announces what its contracts say; what an older or newer one says instead is not shown. */
export const isThread = (value: unknown): value is ThreadView =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['version'] === 'number' && Array.isArray(value['comments']);
