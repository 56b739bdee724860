const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const RELATIVE = /^([+-]?\d+)d(?: ([+-])?(\d\d):(\d\d))?$/;

/**
 * How the file writes moments: `-40d 09:30` is half past nine by the clocks of the host, forty days ago; `0d -00:40` forty
 * minutes before now; `-180d` that many days before now, to the moment.
 */
export function relativeMoment(relative: string, now: Date, timezone: string): Date {
  const [, days, sign, hours, minutes] = RELATIVE.exec(relative) ?? [];
  if (days === undefined) throw new Error(`demonstration: ${relative} is no moment`);
  const past = Number(days) * DAY_MS;
  const time = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  if (hours === undefined) return new Date(now.getTime() + past);
  if (sign !== undefined) return new Date(now.getTime() + past + (sign === '-' ? -time : time));
  const midnight = Math.floor((now.getTime() + offsetOf(timezone, now)) / DAY_MS) * DAY_MS;
  const wall = midnight + past + time;
  return new Date(wall - offsetOf(timezone, new Date(wall)));
}

/** How far the clocks of a time zone are ahead of UTC. */
function offsetOf(timeZone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(shown.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  return sign === '-' ? -offset : offset;
}
