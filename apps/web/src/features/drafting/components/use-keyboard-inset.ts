import { useEffect } from 'react';

/**
 * Tells the style sheets, as `--keyboard`, how much of the page the keyboard of a phone covers. Where the browser makes the page
 * smaller by itself that is nothing.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const { visualViewport: visible, document } = window;
    if (visible === null) return;
    const measure = (): void => {
      const covered = Math.max(0, window.innerHeight - visible.height - visible.offsetTop);
      document.documentElement.style.setProperty('--keyboard', `${visible.scale === 1 ? Math.round(covered) : 0}px`);
    };
    visible.addEventListener('resize', measure);
    visible.addEventListener('scroll', measure);
    return () => {
      visible.removeEventListener('resize', measure);
      visible.removeEventListener('scroll', measure);
      document.documentElement.style.removeProperty('--keyboard');
    };
  }, []);
}
