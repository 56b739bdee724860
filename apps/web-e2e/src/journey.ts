import { test as base, type Page } from '@playwright/test';
import { forumUrl } from './forum.js';

interface Journey {
  /** The page of one more person, in a browser context of their own. */
  anotherPage: () => Promise<Page>;
}

export const test = base.extend<Journey>({
  baseURL: async ({}, use) => use(forumUrl()),
  anotherPage: async ({ browser, baseURL }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
