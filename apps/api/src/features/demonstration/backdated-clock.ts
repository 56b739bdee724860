import { Clock } from '../../platform/clock/clock.js';

const DAY_MS = 86_400_000;

/** Tells a history in its own time: days before the moment of loading. */
export class BackdatedClock extends Clock {
  private behind = 0;

  constructor(private readonly real: Clock) {
    super();
  }

  /** `-180d`, as the file writes it. */
  goTo(relative: string): void {
    this.behind = -Number.parseInt(relative, 10) * DAY_MS;
  }

  goToMoment(moment: Date): void {
    this.behind = this.real.now().getTime() - moment.getTime();
  }

  now(): Date {
    return new Date(this.real.now().getTime() - this.behind);
  }

  /** When the history is told. */
  present(): Date {
    return this.real.now();
  }
}
