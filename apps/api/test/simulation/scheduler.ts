import { setImmediate } from 'node:timers/promises';
import { seededRandom } from '@expert-forum/testing';

interface Task {
  readonly lane: string | null;
  readonly label: string;
  readonly run: () => void;
  /** Not before this step, unless nothing else can happen. */
  readonly from: number;
}

/** Of things under way, that take long, and how many steps at the most. */
const SLOW = { share: 0.04, steps: 150 };

/** Lets every promise that can settle do so. */
export const settled = (): Promise<void> => setImmediate();

/**
 * What is under way: frames on lines, statements on their way to the database, rings. One thing happens at a time, and chance
 * says which; what shares a lane keeps its order. The same seed gives the same run.
 */
export class Scheduler {
  readonly trace: string[] = [];
  private readonly random: () => number;
  private tasks: Task[] = [];
  private steps = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** From 0 up to, not including, 1. */
  readonly chance = (): number => this.random();

  happens(probability: number): boolean {
    return this.random() < probability;
  }

  below(end: number): number {
    return Math.floor(this.random() * end);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  note(line: string): void {
    this.trace.push(line);
  }

  /** `lane` null: may overtake and be overtaken by everything. */
  post(lane: string | null, label: string, run: () => void): void {
    this.tasks.push({ lane, label, run, from: this.steps + (this.happens(SLOW.share) ? this.below(SLOW.steps) : 0) });
  }

  /** Resolves when its turn has come. */
  travel(label: string): Promise<void> {
    return new Promise((arrive) => this.post(null, label, arrive));
  }

  get isIdle(): boolean {
    return this.tasks.length === 0;
  }

  /** Does one of the things that may be next. */
  async step(): Promise<void> {
    this.steps += 1;
    const lanes = new Set<string>();
    const next = this.tasks.filter(({ lane }) => lane === null || lanes.size < lanes.add(lane).size);
    const ready = next.filter(({ from }) => from <= this.steps);
    const task = this.pick(ready.length > 0 ? ready : next);
    if (task === undefined) return;
    this.tasks = this.tasks.filter((other) => other !== task);
    this.note(task.label);
    task.run();
    await settled();
  }

  /** Forgets what is still under way in a lane: its line was cut. */
  drop(lane: string): void {
    this.tasks = this.tasks.filter((task) => task.lane !== lane);
  }
}
