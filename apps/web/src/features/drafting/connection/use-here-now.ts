import type { SectionConnection } from '@expert-forum/collab/client';
import { useCallback, useSyncExternalStore } from 'react';

/** Who else is in the section, by the code of the centre or the role of somebody who acts for none; each once. */
export function useHereNow({ presence }: SectionConnection): readonly string[] {
  const subscribe = useCallback((changed: () => void) => presence.events.on('changed', changed), [presence]);
  const listed = useSyncExternalStore(subscribe, () => [...new Set(presence.people.map(({ label }) => label))].sort().join('\n'));
  return listed === '' ? [] : listed.split('\n');
}
