import { defineConfig } from '@playwright/test';
import { findChromium } from './src/chromium.js';

const chromium = findChromium();

/** One forum for the whole run, one journey at a time: a journey takes a section of its own and leaves it as it likes. */
export default defineConfig({
  testDir: './test',
  outputDir: './reports/failures',
  globalSetup: './src/forum.ts',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: './reports/journeys.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium.executablePath, env: definedOnly(chromium.env), args: ['--disable-gpu'] },
    locale: 'en-GB',
    timezoneId: 'Asia/Tashkent',
    trace: 'retain-on-failure',
  },
});

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
