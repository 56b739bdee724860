import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const ITEMS = 'button, select';

/** One stop for Tab; arrows, Home and End move among the tools. Give the answer to the toolbar as `onKeyDown`. */
export function useRovingFocus(toolbar: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const { current } = toolbar;
    if (current === null) return;
    const stop = ({ target }: { target: EventTarget | null }): void => itemsOf(current).forEach((item) => (item.tabIndex = item === target ? 0 : -1));
    stop({ target: itemsOf(current)[0] ?? null });
    current.addEventListener('focusin', stop);
    return () => current.removeEventListener('focusin', stop);
  }, [toolbar]);
  return (event) => {
    const items = toolbar.current === null ? [] : itemsOf(toolbar.current);
    const target = targetOf(event.key, items.findIndex((item) => item === event.target), items.length);
    if (target === null) return;
    event.preventDefault(); // an arrow must not choose another entry of a list on the way
    items[target]?.focus();
  };
}

const itemsOf = (toolbar: HTMLElement): HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>(ITEMS)];

function targetOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
