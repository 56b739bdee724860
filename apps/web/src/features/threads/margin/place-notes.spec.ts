import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { crowdedNotes, placeNotes, type WantedPlace } from './place-notes.js';

const notes = (...places: [number, number][]): WantedPlace[] => places.map(([wanted, height]) => ({ wanted, height }));

describe('notes in the margin', () => {
  it('[TH15] stand beside their words, or under the one before', () => {
    expect(placeNotes(notes([0, 50], [100, 50], [120, 50], [400, 50]), null)).toEqual([0, 100, 158, 400]);
  });

  it('[TH15] make way for the chosen one', () => {
    expect(placeNotes(notes([100, 50], [110, 50], [120, 90], [130, 50]), 2)).toEqual([4, 62, 120, 218]);
  });

  it('[TH15] never leave the margin at its top, not for the chosen one either', () => {
    expect(placeNotes(notes([10, 50], [20, 50]), 1)).toEqual([0, 58]);
    expect(placeNotes(notes([-30, 50]), 0)).toEqual([0]);
  });

  it('[TH15] never lie over each other, keep their order, and the chosen one keeps its place where there is room', () => {
    const place = fc.record({ wanted: fc.integer({ min: 0, max: 2_000 }), height: fc.integer({ min: 20, max: 300 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), fc.nat(39), (places, at) => {
        const sorted = places.sort((a, b) => a.wanted - b.wanted);
        const chosen = at % sorted.length;
        const tops = placeNotes(sorted, chosen);
        tops.forEach((top, index) => expect(top).toBeGreaterThanOrEqual(index === 0 ? 0 : (tops[index - 1] ?? 0) + (sorted[index - 1]?.height ?? 0)));
        const before = sorted.slice(0, chosen).reduce((sum, { height }) => sum + height + 8, 0);
        const wanted = sorted[chosen]?.wanted ?? 0;
        if (wanted >= before) expect(tops[chosen]).toBe(wanted);
      }),
    );
  });

  it('[TH15] show one line where their neighbours are near', () => {
    expect(crowdedNotes([0, 300, 340, 800], 100)).toEqual([false, true, true, false]);
    expect(crowdedNotes([5], 100)).toEqual([false]);
  });
});
