import { PartCollector, type CollectedUpdate, type PartFrame } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';

/** The parts of one connection's update; those that wait too long for the next one are given up, and the memory they hold. */
export class WaitingParts {
  private collector = new PartCollector();
  private timer: NodeJS.Timeout | undefined;

  /** The whole update with its last part, otherwise null. @throws MalformedFrame */
  add(frame: PartFrame): CollectedUpdate | null {
    this.stop();
    const whole = this.collector.add(frame);
    if (whole === null) this.timer = setTimeout(() => (this.collector = new PartCollector()), LIMITS.update.nextPart);
    return whole;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
