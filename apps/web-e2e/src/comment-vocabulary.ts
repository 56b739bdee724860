import { expect, type Locator, type Page } from '@playwright/test';
import { say } from './messages.js';

/** Selects words of a text as a pointer does, also where a colleague's caret stands between them. */
export async function select(text: Locator, words: string): Promise<void> {
  await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const letters: { node: Node; offset: number; letter: string }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      [...(node.textContent ?? '')].forEach((letter, offset) => letters.push({ node: walker.currentNode, offset, letter }));
    }
    const from = letters.map(({ letter }) => letter).join('').indexOf(wanted);
    const [first, last] = [letters[from], letters[from + wanted.length - 1]];
    if (first === undefined || last === undefined) throw new Error(`${wanted} does not stand in the text`);
    if (root instanceof HTMLElement) root.focus();
    getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset + 1);
  }, words);
}

/** Comments on words by keys alone. */
export async function comment(page: Page, text: Locator, words: string, said: string, visibility: 'forum' | 'centre' = 'forum'): Promise<void> {
  await select(text, words);
  await page.keyboard.press('Control+Alt+m');
  const field = page.getByRole('textbox', { name: say('thread.comment') });
  await expect(field).toBeFocused();
  await page.getByRole('radio', { name: say(`thread.visibility.${visibility}`), exact: true }).check();
  await field.fill(said);
  await field.press('Control+Enter');
  await expect(field).toBeHidden();
}
