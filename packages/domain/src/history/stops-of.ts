import { LIMITS } from '../limits/limits.js';

/** One change, and whose it was. */
export interface DatedChange<Hand> {
  readonly seq: number;
  readonly at: Date;
  readonly hand: Hand;
}

/** Work that lies close together. */
export interface Stop<Hand> {
  /** Of its last change. */
  readonly seq: number;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly changes: number;
  readonly hands: readonly Hand[];
}

/** The timeline of a text (HI12): changes with no longer pause between them are one stop; the oldest are joined if there are too many. */
export function stopsOf<Hand>(changes: readonly DatedChange<Hand>[]): Stop<Hand>[] {
  const stops: Stop<Hand>[] = [];
  for (const { seq, at, hand } of changes) {
    const last = stops.at(-1);
    const single = { seq, startedAt: at, endedAt: at, changes: 1, hands: [hand] };
    if (last !== undefined && at.getTime() - last.endedAt.getTime() < LIMITS.history.together) stops.splice(-1, 1, joined(last, single));
    else stops.push(single);
  }
  const tooMany = stops.length - LIMITS.history.stops;
  return tooMany <= 0 ? stops : [stops.slice(0, tooMany + 1).reduce(joined), ...stops.slice(tooMany + 1)];
}

const joined = <Hand>(a: Stop<Hand>, b: Stop<Hand>): Stop<Hand> => ({
  seq: b.seq,
  startedAt: a.startedAt,
  endedAt: b.endedAt,
  changes: a.changes + b.changes,
  hands: [...new Set([...a.hands, ...b.hands])],
});
