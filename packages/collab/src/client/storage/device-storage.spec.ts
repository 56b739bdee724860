import { expect, it } from '@jest/globals';
import { openDevice } from './device-storage.js';

it('[P2] falls back to memory where nothing lasts, and says so', async () => {
  const device = await openDevice();
  expect(device.isLasting).toBe(false);
  expect(await openDevice()).toBe(device);
});

it('[R1] keeps a lease for one holder at a time', async () => {
  const { locks } = await openDevice();
  const release = await locks.tryHold('lease 7');
  expect(await locks.tryHold('lease 7')).toBeNull();
  release?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await locks.tryHold('lease 7')).not.toBeNull();
});
