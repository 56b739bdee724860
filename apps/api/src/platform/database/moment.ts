/**
 * A time as milliseconds since the epoch, for what is asked very often: PostgreSQL writes a time as a sentence, and reading it
 * takes `pg` longer than the rest of a row.
 */
export const moment = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::double precision`;

export const dateOf = (milliseconds: number | null): Date | null => (milliseconds === null ? null : new Date(milliseconds));
