import { LIMITS } from './limits.js';

/** What is to be made of text that has waited for its receipt for this long, in ms. */
export type UnsentUrgency = 'fresh' | 'late' | 'overdue';

export function unsentUrgency(age: number): UnsentUrgency {
  if (age >= LIMITS.unsent.overdue) return 'overdue';
  return age >= LIMITS.unsent.late ? 'late' : 'fresh';
}
