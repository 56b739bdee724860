import { jestPreset } from './jest-preset.mjs';

export default jestPreset('tools', { testMatch: ['<rootDir>/test/**/*.spec.mjs'], testTimeout: 120_000 });
