import { PHASES } from '../outline/phase.js';
import { leftOutReason } from './selection.js';

const agreed = { phase: 'agreed', isAdReferendum: false, openBrackets: 0, isKeptBack: false } as const;

describe('what is part of a publication', () => {
  it('[PU1] only a section that is agreed or published', () => {
    const parts = PHASES.filter((phase) => leftOutReason({ ...agreed, phase }) === null);
    expect(parts).toEqual(['agreed', 'published']);
  });

  it('[PU1] nothing that a home has still to confirm, nothing in brackets, nothing that is kept back', () => {
    expect(leftOutReason({ ...agreed, isAdReferendum: true })).toBe('ad-referendum');
    expect(leftOutReason({ ...agreed, openBrackets: 1 })).toBe('in-brackets');
    expect(leftOutReason({ ...agreed, isKeptBack: true })).toBe('by-choice');
  });

  it('[PU1] says first that it is not agreed', () => {
    expect(leftOutReason({ phase: 'drafting', isAdReferendum: true, openBrackets: 1, isKeptBack: true })).toBe('not-agreed');
  });
});
