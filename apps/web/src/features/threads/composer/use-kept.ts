import { useCallback, useState } from 'react';

/** What is being written, kept by this tab until it was sent: neither a failure nor a reload of the page loses it. */
export function useKept<Value>(key: string, empty: Value, isValue: (value: unknown) => value is Value): [Value, (value: Value) => void] {
  const [held, hold] = useState({ key, value: read(key, isValue) ?? empty });
  if (held.key !== key) hold({ key, value: read(key, isValue) ?? empty });
  const keep = useCallback(
    (value: Value) => {
      hold({ key, value });
      write(key, value === empty ? null : value);
    },
    [key, empty],
  );
  return [held.value, keep];
}

function read<Value>(key: string, isValue: (value: unknown) => value is Value): Value | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isValue(value) ? value : null;
  } catch {
    return null;
  }
}

/** Where the tab has no room, what is written lives as long as the screen. */
function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    sessionStorage.removeItem(key);
  }
}
