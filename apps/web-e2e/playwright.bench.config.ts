import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** What is measured in a browser: `npm run bench` runs it after the servers'. */
export default defineConfig(journeys, { testDir: './bench', testMatch: '*.bench.ts', reporter: [['list']], retries: 0 });
