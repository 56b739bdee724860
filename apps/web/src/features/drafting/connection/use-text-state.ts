import { followText, type SectionConnection } from '@expert-forum/collab/client';
import { useMemo, useSyncExternalStore } from 'react';

export type ReceivedText = ReturnType<SectionConnection['contentHash']>;

/** How far the text on this screen has come and what it says, by its hash; null while some of it is on its way. */
export function useTextState(section: SectionConnection): ReceivedText {
  const { subscribe, read } = useMemo(() => watch(section), [section]);
  return useSyncExternalStore(subscribe, read);
}

/** A text is hashed once a change, however often it is looked at. */
function watch(section: SectionConnection) {
  let known: ReceivedText | undefined;
  const subscribe = (changed: () => void): (() => void) =>
    followText(section, () => {
      known = undefined;
      changed();
    });
  const read = (): ReceivedText => {
    if (known === undefined) known = section.contentHash();
    return known;
  };
  return { subscribe, read };
}
