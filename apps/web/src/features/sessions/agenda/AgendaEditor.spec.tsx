import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SectionView } from '@expert-forum/contracts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { item, section, session, START } from '../session.fixture.js';
import { AgendaEditor } from './AgendaEditor.js';

const node = (id: string, number: string, parentId: string | null): SectionView => ({
  id,
  number,
  parentId,
  documentId: 'doc',
  title: { en: `Title ${number}` },
  phase: 'drafting',
  phaseChangedAt: START,
  status: 'open',
  isAdReferendum: false,
  drafters: [],
  rapporteur: null,
});
const CHAPTERS = [{ chapter: node('c-5', '5', null), sections: [node('s-5.2', '5.2', 'c-5'), node('s-5.4', '5.4', 'c-5')] }];
const PLANNED = session({ state: 'planned', items: [item('a', { minutes: 170, sections: [section('s-5.4')] }), item('b', { activatedAt: START })] });

const asked = jest.fn<typeof fetch>();
const onClose = jest.fn();

beforeEach(async () => {
  onClose.mockClear();
  globalThis.fetch = asked.mockReset().mockResolvedValue({ ok: true, status: 204 } as Response);
  await renderInEnglish(<AgendaEditor session={PLANNED} chapters={CHAPTERS} onClose={onClose} />);
});
afterEach(cleanup);

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));
const sent = (): unknown => JSON.parse(String(asked.mock.calls[0]?.[1]?.body ?? 'null'));

describe('preparing an agenda', () => {
  it('[SE3] adds an item with sections, moves it, and sends all of it when it is saved, not before', async () => {
    await press('Add an item');
    await userEvent.type(screen.getByLabelText('Title in English'), 'Artificial intelligence');
    await userEvent.clear(screen.getByLabelText('Minutes'));
    await userEvent.type(screen.getByLabelText('Minutes'), '25');
    await userEvent.click(screen.getByRole('checkbox', { name: /5\.2 Title 5\.2/ }));
    await press('Done');
    await press('Move Artificial intelligence up');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Artificial intelligence: now item 2 of 3');
    expect(asked).not.toHaveBeenCalled();
    await press('Save the agenda');
    expect(sent()).toEqual({
      items: [
        { id: 'a', title: { en: 'Item a' }, minutes: 170, sectionIds: ['s-5.4'] },
        { title: { en: 'Artificial intelligence' }, minutes: 25, sectionIds: ['s-5.2'] },
        { id: 'b', title: { en: 'Item b' }, minutes: 30, sectionIds: [] },
      ],
    });
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it('[SE3] says how the minutes stand against those of the session', async () => {
    expect(screen.getByText('200 of 180 minutes are planned. 20 minutes more than there are.')).toBeDefined();
    await press('Remove Item a');
    expect(screen.getByText('30 of 180 minutes are planned. 150 minutes are left.')).toBeDefined();
  });

  it('[SE3] says why what was on the table stays, with its sections', async () => {
    const remove = screen.getByRole('button', { name: 'Remove Item b' });
    await userEvent.click(remove);
    expect(document.getElementById(remove.getAttribute('aria-describedby') ?? '')?.textContent).toBe('What was on the table stays on the agenda, with its sections.');
    await press('Change Item b');
    const sheet = within(screen.getByRole('dialog'));
    expect([sheet.queryByRole('checkbox'), sheet.getByText('What was on the table stays on the agenda, with its sections.')]).toEqual([null, expect.anything()]);
  });

  it('asks for a title and for minutes that are some', async () => {
    await press('Add an item');
    await userEvent.clear(screen.getByLabelText('Minutes'));
    await press('Done');
    expect(screen.getByText('This is needed.')).toBeDefined();
    expect(screen.getByText('A whole number from 1 to 600.')).toBeDefined();
    expect(screen.getByRole('dialog')).toBeDefined();
  });
});
