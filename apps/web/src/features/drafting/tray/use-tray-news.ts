import type { SectionConnection } from '@expert-forum/collab/client';
import { useState } from 'react';
import { rememberedIds } from '../../../shared/device/remembered-ids.js';
import { useTray } from '../connection/section-facts.js';

export interface TrayNews {
  /** Passages in the tray. */
  readonly count: number;
  /** How many of them came since the tray was last looked into on this device. */
  readonly arrived: number;
  readonly see: () => void;
}

/** More than a tray that is looked after ever holds. */
const seenPassages = rememberedIds('forum.seen-passages', 500);

export function useTrayNews(section: SectionConnection): TrayNews {
  const tray = useTray(section);
  const [, look] = useState(0);
  const see = (): void => {
    seenPassages.add(tray.map(({ id }) => id));
    look((times) => times + 1);
  };
  return { count: tray.length, arrived: tray.filter(({ id }) => !seenPassages.has(id)).length, see };
}
