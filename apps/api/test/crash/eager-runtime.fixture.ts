import type { Runtime } from '@expert-forum/collab/client';

/** A client's surroundings in which it reconnects as early as the jitter ever lets anybody. */
export const eagerRuntime: Runtime = {
  now: () => Date.now(),
  random: () => 0,
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
