import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** What is measured in a browser: `npm run bench` runs it after the servers'. A trace would be measured with it: it copies the page at every key. */
export default defineConfig(journeys, { use: { trace: 'off' }, testDir: './bench', testMatch: '*.bench.ts', reporter: [['list']], retries: 0 });
