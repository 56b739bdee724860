import { jestPreset } from '../../tools/jest-preset.mjs';

const preset = jestPreset('web', { testEnvironment: '<rootDir>/test-support/environment.js' });

export default {
  ...preset,
  setupFiles: ['<rootDir>/test-support/browser.js'],
  testMatch: ['<rootDir>/{src,build-plugins}/**/*.spec.{ts,tsx}'],
  moduleNameMapper: { ...preset.moduleNameMapper, '\\.module\\.css$': '<rootDir>/test-support/class-names.js', '\\.css$': '<rootDir>/test-support/no-styles.js' },
};
