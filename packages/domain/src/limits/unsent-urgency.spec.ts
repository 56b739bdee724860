import { unsentUrgency } from './unsent-urgency.js';

it.each([
  [0, 'fresh'],
  [1_999, 'fresh'],
  [2_000, 'late'],
  [9_999, 'late'],
  [10_000, 'overdue'],
] as const)('[P2] text that has waited %i ms is %s', (age, urgency) => expect(unsentUrgency(age)).toBe(urgency));
