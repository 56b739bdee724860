import type { SectionConnection, SectionStatus, TrayItem } from '@expert-forum/collab/client';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** One thing the status says. The component is drawn again when that changes, and not at every key press. */
export function useSectionFact<Fact extends string | number | boolean | null>(section: SectionConnection, factOf: (status: SectionStatus) => Fact): Fact {
  const subscribe = useCallback((changed: () => void) => section.on('status', changed), [section]);
  return useSyncExternalStore(subscribe, () => factOf(section.statusDetails));
}

/** Everything the status says. */
export function useSectionStatus(section: SectionConnection): SectionStatus {
  const subscribe = useCallback((changed: () => void) => section.on('status', changed), [section]);
  const read = useMemo(() => steady(() => section.statusDetails), [section]);
  return useSyncExternalStore(subscribe, read);
}

/** The document to edit: another one after text was refused. */
export function useSharedDocument(section: SectionConnection): Y.Doc {
  const subscribe = useCallback((changed: () => void) => section.on('replaced', changed), [section]);
  return useSyncExternalStore(subscribe, () => section.doc);
}

export function useTray(section: SectionConnection): readonly TrayItem[] {
  const subscribe = useCallback((changed: () => void) => section.on('tray', changed), [section]);
  return useSyncExternalStore(subscribe, () => section.tray);
}

/** The former object for as long as the new one says the same. */
function steady<Value>(read: () => Value): () => Value {
  let last = read();
  return () => {
    const now = read();
    if (JSON.stringify(now) !== JSON.stringify(last)) last = now;
    return last;
  };
}
