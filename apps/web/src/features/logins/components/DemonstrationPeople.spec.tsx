import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { actingMandateId } from '../../../shared/api/acting-mandate.js';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { DemonstrationPeople } from './DemonstrationPeople.js';

const PEOPLE = [
  { mandateId: 'md-1', name: 'Timur L.', role: 'expert', centreCode: 'UZB-CTP' },
  { mandateId: 'md-2', name: 'Kamola I.', role: 'focal_point', centreCode: 'UZB-CTP' },
  { mandateId: 'md-3', name: 'Mio F.', role: 'focal_point', centreCode: 'JPN-HDP' },
  { mandateId: 'md-4', name: 'Rustam V.', role: 'moderator', centreCode: null },
] as const;

const names = (): (string | null)[] => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

async function find(words: string): Promise<void> {
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find by centre, role or name' }), words);
}

afterEach(cleanup);

describe('people of the demonstration', () => {
  it('stand under their centres, those of the offices first', async () => {
    await renderInEnglish(<DemonstrationPeople people={PEOPLE} onSignedIn={() => undefined} />);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Offices of the Forum', 'JPN-HDP', 'UZB-CTP']);
  });

  it('are found by centre, role and name together', async () => {
    await renderInEnglish(<DemonstrationPeople people={PEOPLE} onSignedIn={() => undefined} />);
    await find('uzb focal');
    expect(names()).toEqual(['Sign in as Kamola I., Focal point']);
    await find(' nobody');
    expect(screen.getByRole('status').textContent).toBe('Nobody is called that.');
  });

  it('are signed in as by one click, under the mandate that was pressed', async () => {
    const login = { member: { id: 'm', name: 'Mio F.', email: '', language: 'ja' }, mandates: [{ id: 'md-9' }, { id: 'md-3' }] };
    globalThis.fetch = jest.fn<typeof fetch>().mockResolvedValue({ ok: true, status: 201, json: async () => login } as unknown as Response);
    const onSignedIn = jest.fn<() => void>();
    await renderInEnglish(<DemonstrationPeople people={PEOPLE} onSignedIn={onSignedIn} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in as Mio F., Focal point' }));
    expect(onSignedIn).toHaveBeenCalled();
    expect(actingMandateId()).toBe('md-3');
  });
});
