import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** Ms for which text has been waiting, looked at every second; null while nothing waits. */
export function useUnsentAge(oldestUnsentAt: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  const isWaiting = oldestUnsentAt !== null;
  useEffect(() => {
    if (!isWaiting) return;
    const look = (): void => setNow(Date.now());
    look();
    const timer = setInterval(look, SECOND_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return oldestUnsentAt === null ? null : Math.max(now - oldestUnsentAt, 0);
}
