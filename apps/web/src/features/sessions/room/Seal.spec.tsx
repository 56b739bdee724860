import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { decision } from '../session.fixture.js';
import { Seal } from './Seal.js';

afterEach(cleanup);

const at = new Date(2026, 10, 24, 15, 42).toISOString();
/** How far ahead the clock of the forum is if it was decided so many ms ago. */
const ago = (ms: number): number => Date.parse(at) + ms - Date.now();
const isDrawn = (words: string): boolean => screen.getByText(words).closest('[data-fresh]') !== null;

describe('the seal', () => {
  it('[SE10] says what was agreed under which item and when; of an older decision it is not drawn anew', async () => {
    await renderInEnglish(<Seal decision={decision({ at })} item={3} ahead={ago(60_000)} />);
    expect(isDrawn('Agreed · item 3 · 15:42')).toBe(false);
  });

  it('is drawn for whoever was there, by the clock of the forum', async () => {
    await renderInEnglish(<Seal decision={decision({ at, kind: 'agreed_ad_referendum' })} item={3} ahead={ago(2_000)} />);
    expect(isDrawn('Agreed ad referendum · item 3 · 15:42')).toBe(true);
  });

  it('[SE11] is none for a decision that reopens', async () => {
    const { container } = await renderInEnglish(<Seal decision={decision({ at, kind: 'reopened' })} item={3} ahead={0} />);
    expect(container.textContent).toBe('');
  });
});
