import { setTimeout } from 'node:timers/promises';

/** A part of the end of a process. */
export interface Step {
  readonly name: string;
  /** It is cut then, counted from the moment in which the end began. */
  readonly untilMs: number;
  /** What blocks the process cannot be cut: it is told how long it may. */
  run(leftMs: number): Promise<void>;
}

export interface Time {
  now(): number;
  elapse(ms: number): Promise<unknown>;
}

const REAL_TIME: Time = { now: () => performance.now(), elapse: setTimeout };

/** One step after the other, none for longer than it may: what hangs or fails keeps no later step. @returns what was cut or failed */
export async function endInTime(steps: readonly Step[], { now, elapse }: Time = REAL_TIME): Promise<string[]> {
  const began = now();
  const faults: string[] = [];
  for (const { name, untilMs, run } of steps) {
    const leftMs = Math.max(0, began + untilMs - now());
    const fault = await Promise.race([
      elapse(leftMs).then(() => `${name} was cut`),
      run(leftMs).then(() => null, (error: unknown) => `${name} failed: ${String(error)}`),
    ]);
    if (fault !== null) faults.push(fault);
  }
  return faults;
}
