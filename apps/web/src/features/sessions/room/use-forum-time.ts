import { useCallback, useSyncExternalStore } from 'react';

/** The present moment by the clock of the forum, looked at every so often; never later than it is. */
export function useForumTime(ahead: number, everyMs: number): Date {
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  const now = useSyncExternalStore(subscribe, () => Math.floor(Date.now() / everyMs) * everyMs);
  return new Date(now + ahead);
}
