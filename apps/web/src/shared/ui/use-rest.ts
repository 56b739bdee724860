import { useEffect, useState } from 'react';

/** A page that is never idle is not waited for any longer. */
const LONGEST_MS = 1_000;

/** Safari has no idle callbacks: it waits for a moment. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 100);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LONGEST_MS });
  return () => cancelIdleCallback(handle);
}

/** False until the page has come to rest once after it was ready: what can wait is drawn then. */
export function useRest(isReady: boolean): boolean {
  const [isRested, setRested] = useState(false);
  useEffect(() => (isReady && !isRested ? whenIdle(() => setRested(true)) : undefined), [isReady, isRested]);
  return isRested;
}
