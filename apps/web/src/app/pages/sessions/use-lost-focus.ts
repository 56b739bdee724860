import { type RefObject, useEffect, useRef } from 'react';

/** What happens in a room takes buttons away. Whoever had the focus on one goes on from `place`, not from the top of the page. */
export function useLostFocus(place: RefObject<HTMLElement | null>, happened: unknown): void {
  const last = useRef<EventTarget | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => void (last.current = target);
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const isLost = last.current instanceof Node && !last.current.isConnected && document.activeElement === document.body;
    if (isLost) place.current?.focus({ preventScroll: true });
  }, [happened, place]);
}
