import type { TrayItem } from '@expert-forum/collab/client';

/** Passages of the tray as a plain text to keep: when each was typed, and what it said. */
export const trayFile = (items: readonly TrayItem[], momentOf: (at: number) => string): string =>
  items.map(({ at, textAfter }) => `${momentOf(at)}\n${textAfter}\n`).join('\n');
