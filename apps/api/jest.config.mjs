import { jestPreset } from '../../tools/jest-preset.mjs';

export default jestPreset('api', {
  globalSetup: '@expert-forum/testing/jest-global-setup',
  globalTeardown: '@expert-forum/testing/jest-global-teardown',
  testTimeout: 30_000,
});
