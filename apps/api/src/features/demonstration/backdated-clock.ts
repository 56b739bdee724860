import { Clock } from '../../platform/clock/clock.js';

const DAY_MS = 86_400_000;

/** Tells a history in its own time: days before the moment of loading. */
export class BackdatedClock extends Clock {
  private daysAgo = 0;

  constructor(private readonly real: Clock) {
    super();
  }

  /** `-180d`, as the file writes it. */
  goTo(relative: string): void {
    this.daysAgo = -Number.parseInt(relative, 10);
  }

  now(): Date {
    return new Date(this.real.now().getTime() - this.daysAgo * DAY_MS);
  }
}
