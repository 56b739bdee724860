import type { SectionConnection } from '@expert-forum/collab';
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
  const subscribe = (changed: () => void): (() => void) => {
    const look = (): void => {
      known = undefined;
      changed();
    };
    let { doc } = section;
    const follow = (): void => {
      doc.off('update', look);
      doc = section.doc;
      doc.on('update', look);
      look();
    };
    const stops = [section.on('status', look), section.on('replaced', follow)];
    follow();
    return () => {
      doc.off('update', look);
      for (const stop of stops) stop();
    };
  };
  const read = (): ReceivedText => {
    if (known === undefined) known = section.contentHash();
    return known;
  };
  return { subscribe, read };
}
