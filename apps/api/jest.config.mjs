import { jestPreset } from '../../tools/jest-preset.mjs';

export default jestPreset('api', {
  globalSetup: '@expert-forum/testing/jest-global-setup',
  globalTeardown: '@expert-forum/testing/jest-global-teardown',
  testTimeout: 30_000,
  maxWorkers: 2, // they wait for PostgreSQL most of the time; one worker leaves a machine of two cores idle
});
