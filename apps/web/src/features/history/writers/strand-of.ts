import type { WriterView } from '@expert-forum/contracts';

/** The country whose strand stands under a writer's words; null: who acts for no centre. */
export const strandOf = (writer: WriterView | null): string | null => writer?.centreCode?.slice(0, 3) ?? null;
