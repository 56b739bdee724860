import { act, renderHook } from '@testing-library/react';
import { forgetWhereabouts, isWhereabouts, takeWhereabouts, useWhereabouts } from './whereabouts.js';

afterEach(() => act(forgetWhereabouts));

describe('who is where, on the screen', () => {
  it('[OU18] [OU19] is what was told last, of several sections each centre once', () => {
    const { result } = renderHook(() => useWhereabouts(['s-1', 's-2']));
    act(() => takeWhereabouts({ sections: [{ sectionId: 's-1', here: ['UZB-CTP', 'observer'] }, { sectionId: 's-2', here: ['JPN-HDP', 'UZB-CTP'] }, { sectionId: 's-3', here: ['KAZ-SPL'] }] }));
    expect(result.current).toEqual(['JPN-HDP', 'UZB-CTP', 'observer']);
    act(() => takeWhereabouts({ sections: [{ sectionId: 's-2', here: [] }] }));
    expect(result.current).toEqual(['UZB-CTP', 'observer']);
  });

  it('[OU19] is nothing while the line is cut', () => {
    const { result } = renderHook(() => useWhereabouts(['s-1']));
    act(() => takeWhereabouts({ sections: [{ sectionId: 's-1', here: ['UZB-CTP'] }] }));
    act(forgetWhereabouts);
    expect(result.current).toEqual([]);
  });

  it.each([null, {}, { sections: [{ sectionId: 's-1' }] }, { sections: 'all' }])('[OU19] takes no %j for news', (value) => expect(isWhereabouts(value)).toBe(false));
});
