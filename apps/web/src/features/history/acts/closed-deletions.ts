import { rememberedIds } from '../../../shared/device/remembered-ids.js';

/** The revisions whose notice was closed on this device; the older ones are offered no more. */
export const closedDeletions = rememberedIds('forum.closed-deletions', 20);
