/** Where time comes from: injected, so that a rule about time can be tested and a history be told in its own time. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
