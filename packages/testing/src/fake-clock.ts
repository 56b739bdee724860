interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** Time that passes only when a test says so. Milliseconds since the epoch. */
export class FakeClock {
  private alarms: Alarm[] = [];

  constructor(private current = Date.UTC(2026, 0, 1)) {}

  now(): Date {
    return new Date(this.current);
  }

  /** Calls back once, `delay` ms from now; the returned function cancels. */
  after(delay: number, ring: () => void): () => void {
    const alarm = { at: this.current + delay, ring };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** Moves on, ringing what falls due on the way, in order of time. */
  advance(milliseconds: number): void {
    const end = this.current + milliseconds;
    for (let next = this.earliest(end); next !== undefined; next = this.earliest(end)) {
      this.alarms = this.alarms.filter((alarm) => alarm !== next);
      this.current = next.at;
      next.ring();
    }
    this.current = end;
  }

  private earliest(end: number): Alarm | undefined {
    return this.alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
