import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { SectionView } from '@expert-forum/contracts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { PhaseActs } from './PhaseActs.js';

const view = (phase: SectionView['phase']): SectionView => ({
  id: 's-1',
  documentId: 'd-1',
  parentId: 'c-5',
  number: '5.2',
  title: { en: 'Artificial intelligence' },
  phase,
  phaseChangedAt: '2026-11-23T15:42:00Z',
  status: 'open',
  isAdReferendum: false,
  drafters: [],
  rapporteur: null,
});

const answering = (status: number, body?: object): jest.Mock<typeof fetch> => {
  const mock = jest.fn<typeof fetch>().mockResolvedValue({ ok: status < 400, status, json: async () => body } as Response);
  globalThis.fetch = mock;
  return mock;
};

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const confirm = (name: string): Promise<void> => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }));

afterEach(cleanup);

describe('what a moderator does with the phase of a section', () => {
  it('[OU5] freezes it after having been told what that does, and not before', async () => {
    const asked = answering(204);
    await renderInEnglish(<PhaseActs section={view('drafting')} />);
    await press('Freeze');
    expect(screen.getByRole('dialog', { name: '5.2 · Freeze' }).textContent).toContain('Typing stops on every screen at once.');
    expect(asked).not.toHaveBeenCalled();
    await confirm('Freeze');
    expect(asked).toHaveBeenCalledWith('/api/v1/sections/s-1/phase', expect.objectContaining({ method: 'POST', body: '{"to":"consultation"}' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves it as it is when it is cancelled', async () => {
    const asked = answering(204);
    await renderInEnglish(<PhaseActs section={view('consultation')} />);
    await press('Reopen for drafting');
    await confirm('Cancel');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it('reads why it was refused, where it was asked', async () => {
    answering(409, { status: 409, code: 'section-removed' });
    await renderInEnglish(<PhaseActs section={view('drafting')} />);
    await press('Freeze');
    await confirm('Freeze');
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toBe('The section was removed.');
  });

  it('[OU6] sees which ways are closed to an act, and by which rule, before pressing', async () => {
    const asked = answering(204);
    await renderInEnglish(<PhaseActs section={view('drafting')} />);
    await press('Change the phase');
    const agreed = screen.getByRole('button', { name: 'Agreed' });
    expect(agreed.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(agreed.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Only a recorded decision leads there.');
    await userEvent.click(agreed);
    expect(screen.queryByRole('dialog', { name: '5.2 to Agreed' })).toBeNull();
    await press('Parked');
    expect(screen.getByRole('dialog', { name: '5.2 to Parked' })).toBeDefined();
    expect(asked).not.toHaveBeenCalled();
  });
});
