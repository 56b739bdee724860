import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useRest } from './use-rest.js';

const pass = (ms: number): void => act(() => void jest.advanceTimersByTime(ms));

describe('what can wait', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('waits until the page is ready and has come to rest, and then waits no more', () => {
    const { result, rerender } = renderHook(({ isReady }) => useRest(isReady), { initialProps: { isReady: false } });
    pass(10_000);
    expect(result.current).toBe(false);
    rerender({ isReady: true });
    expect(result.current).toBe(false);
    pass(1_000);
    expect(result.current).toBe(true);
    rerender({ isReady: false });
    expect(result.current).toBe(true);
  });

  it('is asked for no more once it is gone', () => {
    const { unmount } = renderHook(() => useRest(true));
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
