import { useEffect, useRef, useState } from 'react';

/** At most once in so many milliseconds. */
export const QUIET_MS = 10_000;

/**
 * The number to be read out: the newest one after it has grown, and not the one that was there at first. What grows again soon
 * after is told together, when a while has passed. @param n null: not known yet
 */
export function useRise(n: number | null): number | null {
  const [told, tell] = useState<number | null>(null);
  const known = useRef<number | null>(null);
  const lastTold = useRef(-Infinity);
  useEffect(() => {
    const before = known.current;
    known.current = n;
    if (n === null || before === null || n === before) return;
    const hasGrown = n > before;
    const wait = hasGrown ? Math.max(lastTold.current + QUIET_MS - Date.now(), 0) : 0;
    const timer = setTimeout(() => {
      if (hasGrown) lastTold.current = Date.now();
      tell(hasGrown ? n : null);
    }, wait);
    return () => clearTimeout(timer);
  }, [n]);
  return told;
}
