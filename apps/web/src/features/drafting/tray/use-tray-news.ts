import type { SectionConnection } from '@expert-forum/collab';
import { useState } from 'react';
import { useTray } from '../connection/section-facts.js';

export interface TrayNews {
  /** Passages in the tray. */
  readonly count: number;
  /** How many of them came since the tray was last looked into; what lay there when the page was opened is no news. */
  readonly arrived: number;
  readonly see: () => void;
}

export function useTrayNews(section: SectionConnection): TrayNews {
  const { length: count } = useTray(section);
  const [seen, setSeen] = useState(count);
  if (count < seen) setSeen(count);
  return { count, arrived: Math.max(0, count - seen), see: () => setSeen(count) };
}
