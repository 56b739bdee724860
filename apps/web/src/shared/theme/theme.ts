import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'forum.theme';
const listeners = new Set<() => void>();
const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

const isTheme = (value: string | null): value is Theme => THEMES.some((theme) => theme === value);

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return isTheme(kept) ? kept : 'system';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  showTheme();
  for (const listener of listeners) listener();
}

function showTheme(): void {
  const theme = chosenTheme();
  const dark = theme === 'dark' || (theme === 'system' && prefersDark().matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

/** Follows the system while nothing else was chosen. */
export function watchSystemTheme(): void {
  prefersDark().addEventListener('change', showTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosenTheme);
