/** A terminal and npm may both pass on one Ctrl-C: whatever follows the first signal must not cut the draining short. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve()); // whoever started it, and would have stopped it, is gone
  });
}
