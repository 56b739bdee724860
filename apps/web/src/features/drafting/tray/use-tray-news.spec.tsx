import { afterEach, describe, expect, it } from '@jest/globals';
import type { SectionConnection } from '@expert-forum/collab/client';
import { act, cleanup, renderHook } from '@testing-library/react';
import { offlineSection, trayItem } from '../connection/section.fixture.js';
import { useTrayNews } from './use-tray-news.js';

let section: SectionConnection;
afterEach(async () => {
  cleanup();
  localStorage.clear();
  await section.destroy();
});

describe('news of the tray', () => {
  it('[R17] are the passages its author has not looked at, also after the page was loaded again', async () => {
    section = await offlineSection({ tray: [trayItem('a', '', 'first')] });
    const before = renderHook(() => useTrayNews(section));
    expect([before.result.current.count, before.result.current.arrived]).toEqual([1, 1]);
    act(() => before.result.current.see());
    expect(before.result.current.arrived).toBe(0);

    await section.destroy();
    section = await offlineSection({ tray: [trayItem('a', '', 'first'), trayItem('b', '', 'second')] });
    const after = renderHook(() => useTrayNews(section));
    expect([after.result.current.count, after.result.current.arrived]).toEqual([2, 1]);
  });
});
