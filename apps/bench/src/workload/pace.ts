/** The longest pause between two looks at the clock, in milliseconds. */
const LOOK = 1;

/** How many of `total` presses are due `elapsed` milliseconds after the first, at `rate` a second. */
export function dueBy(elapsed: number, rate: number, total: number): number {
  return Math.min(total, Math.floor((elapsed * rate) / 1000) + 1);
}

/** Presses `total` times at a steady rate a second; what is late is caught up with. @returns milliseconds it took */
export async function pressAtRate(rate: number, total: number, press: (index: number) => void): Promise<number> {
  const began = performance.now();
  for (let pressed = 0; pressed < total; ) {
    const due = dueBy(performance.now() - began, rate, total);
    for (; pressed < due; pressed += 1) press(pressed);
    if (pressed < total) await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return performance.now() - began;
}
