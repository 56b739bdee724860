import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HeldMandate } from '@expert-forum/contracts';
import { CancelledError, QueryClient } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { actingMandateId, actUnder } from '../../../shared/api/acting-mandate.js';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { SpeakingAs } from './SpeakingAs.js';

const mandate = (id: string, change: Partial<HeldMandate>): HeldMandate => ({
  id,
  forumId: 'f-1',
  role: 'expert',
  centre: null,
  startsAt: '2026-01-01T00:00:00Z',
  endsAt: null,
  ...change,
});

const chirchik = { id: 'c-1', code: 'UZB-CTP', name: { en: 'Chirchik Technology Policy Lab' } };
const expert = mandate('m-1', { centre: chirchik });
const moderator = mandate('m-2', { role: 'moderator', endsAt: '2027-03-01T00:00:00Z' });

beforeEach(() => actUnder('m-1'));
afterEach(cleanup);

describe('speaking as', () => {
  it('[PE3] says as what one speaks, and of each mandate its centre, role and end', async () => {
    await renderInEnglish(<SpeakingAs mandates={[expert, moderator]} chosen={expert} />);
    expect(screen.getByRole('button', { name: 'As UZB-CTP' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'UZB-CTP · Expert Chirchik Technology Policy Lab' }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Moderator until 1 March 2027' }).checked).toBe(false);
  });

  it('[WE7] names the other mandate in every request from then on, and drops what was being asked', async () => {
    const client = new QueryClient();
    const unanswered = client.fetchQuery({ queryKey: ['outline'], queryFn: () => new Promise(() => undefined) }).catch((reason: unknown) => reason);
    await renderInEnglish(<SpeakingAs mandates={[expert, moderator]} chosen={expert} />, client);
    await userEvent.click(screen.getByRole('radio', { name: /^Moderator/ }));
    expect(actingMandateId()).toBe('m-2');
    expect(await unanswered).toBeInstanceOf(CancelledError);
  });

  it('[PE3] says so where no mandate is in force', async () => {
    await renderInEnglish(<SpeakingAs mandates={[]} chosen={null} />);
    expect(screen.getByText('No mandate is in force')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
