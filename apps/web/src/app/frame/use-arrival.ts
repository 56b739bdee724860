import { type RefObject, useEffect } from 'react';

let hasArrived = false;

/** After the reader went to another page by a link, the keyboard goes on from its content. */
export function useArrival(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (hasArrived && document.activeElement === document.body) content.current?.focus({ preventScroll: true });
    hasArrived = true;
  }, [content]);
}
