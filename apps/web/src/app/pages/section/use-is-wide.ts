import { useSyncExternalStore } from 'react';

/** From here on the side columns stand beside the text; below they are sheets. */
const WIDE = matchMedia('(min-width: 1200px)');

function subscribe(changed: () => void): () => void {
  WIDE.addEventListener('change', changed);
  return () => WIDE.removeEventListener('change', changed);
}

export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => WIDE.matches);
