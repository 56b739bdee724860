import { chosenMandate } from './acting.js';

const mandate = (id: string) => ({ id, forumId: 'f', role: 'expert' as const, centre: null, startsAt: '', endsAt: null });

describe('the mandate a tab speaks under', () => {
  it('[PE3] is the chosen one while it is held, else the first, else none', () => {
    const held = [mandate('a'), mandate('b')];
    expect(chosenMandate(held, 'b')?.id).toBe('b');
    expect(chosenMandate(held, 'withdrawn')?.id).toBe('a');
    expect(chosenMandate([], 'a')).toBeNull();
  });
});
