import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { decision } from '../session.fixture.js';
import { DecisionEntry } from './DecisionEntry.js';

afterEach(cleanup);

const first = decision({ at: new Date(2026, 10, 24, 15, 42).toISOString(), text: 'Section 5.4 is agreed.' });
const second = decision({ id: 'd-2', kind: 'reopened', at: new Date(2026, 10, 24, 16, 5).toISOString(), corrects: 'd-1', revision: null });

describe('a decision in the minutes', () => {
  it('[SE14] says what was decided when, with which text and which centres in the room, and names nobody', async () => {
    await renderInEnglish(<DecisionEntry decision={first} item={3} all={[first]} roll={['JPN-HDP', 'KAZ-SPL', 'UZB-CTP']} />);
    expect(screen.getByRole('listitem').textContent).toBe(
      '5.4 Innovation economy – agreedSection 5.4 is agreed.24 November 2026 at 15:42, item 3 · 2 centres present · not in the room: KAZ-SPL · text aaaaaaaa1111',
    );
  });

  it('[SE11] and its correction point at each other', async () => {
    await renderInEnglish([first, second].map((each) => <DecisionEntry key={each.id} decision={each} item={3} all={[first, second]} roll={[]} />));
    const [mistaken, further] = screen.getAllByRole('listitem');
    expect(mistaken?.textContent).toContain('Corrected by the decision of 24 November 2026 at 16:05.');
    expect(further?.textContent).toContain('5.4 Innovation economy – reopened');
    expect(further?.textContent).toContain('Corrects the decision of 24 November 2026 at 15:42.');
  });
});
