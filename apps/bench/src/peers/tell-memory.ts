/** Loaded before any server: collects all garbage and says what is left when it is asked by a signal. */
process.on('SIGUSR2', () => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(`memory: ${rss} resident, ${heapUsed + external} used`);
});
