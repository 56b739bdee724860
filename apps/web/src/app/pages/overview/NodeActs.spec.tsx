import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { chapterOf, node, own, speaker } from '../../../features/documents/outline/outline.fixture.js';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { NodeActs } from './NodeActs.js';

const chapter = chapterOf(node('3', own), node('3.1', own), node('3.2', own));
const foreign = chapterOf(node('1'), node('1.1'));

/** The server's answers to writes; the outline itself is not asked for. */
const answering = (status: number, body?: object): jest.Mock<typeof fetch> => {
  const mock = jest.fn<typeof fetch>().mockResolvedValue({ ok: status < 400, status, json: async () => body } as Response);
  globalThis.fetch = mock;
  return mock;
};

const show = (mandate: HeldMandate, of = chapter, section?: SectionView) =>
  renderInEnglish(<NodeActs mandate={mandate} of={of} {...(section && { section })} />);
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const reasonAt = (name: string): string | null | undefined => document.getElementById(button(name).getAttribute('aria-describedby') ?? '')?.textContent;
const sheet = () => within(screen.getByRole('dialog'));
const save = (): Promise<void> => userEvent.click(sheet().getByRole('button', { name: 'Save' }));

afterEach(cleanup);

describe('what may be done with a chapter or a section', () => {
  it('[OU3] says to a rapporteur by which rule the chapter of another one is not theirs to change', async () => {
    await show(speaker('rapporteur'), foreign, foreign.sections[0]);
    for (const name of ['Rename 1.1 Title 1.1', 'Move 1.1 Title 1.1', 'Remove 1.1 Title 1.1']) {
      expect(reasonAt(name)).toBe('A rapporteur changes the chapters assigned to them; the moderator changes all.');
      await userEvent.click(button(name));
    }
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[OU4] says why a chapter that holds sections is not removed', async () => {
    await show(speaker('moderator'));
    expect(reasonAt('Remove 3 Title 3')).toBe('The chapter still holds sections. Remove them first.');
    expect(button('Rename 3 Title 3').getAttribute('aria-disabled')).toBeNull();
  });

  it('[OU3] adds a section behind the one that is chosen, with the titles that were given', async () => {
    const asked = answering(201, { id: 's-3.3' });
    await show(speaker('rapporteur'));
    await userEvent.click(button('Add a section to 3 Title 3'));
    expect(sheet().getByRole<HTMLSelectElement>('combobox', { name: 'Place' }).value).toBe('s-3.2');
    await userEvent.type(sheet().getByLabelText('Title in English'), '  Standards ');
    await userEvent.type(sheet().getByLabelText('Title in Japanese'), '標準');
    await userEvent.selectOptions(sheet().getByLabelText('Place'), 'After 3.1 Title 3.1');
    await save();
    expect(asked).toHaveBeenCalledWith('/api/v1/documents/d-1/sections', expect.objectContaining({ method: 'POST' }));
    expect(JSON.parse(String(asked.mock.calls[0]?.[1]?.body))).toEqual({ parentId: 's-3', afterId: 's-3.1', title: { en: 'Standards', ja: '標準' } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[OU3] renames, and needs the English title', async () => {
    const asked = answering(204);
    await show(speaker('moderator'), chapter, chapter.sections[0]);
    await userEvent.click(button('Rename 3.1 Title 3.1'));
    const english = sheet().getByLabelText('Title in English');
    await userEvent.clear(english);
    await save();
    expect(sheet().getByText('This is needed.')).toBeTruthy();
    expect(document.activeElement).toBe(english);
    expect(asked).not.toHaveBeenCalled();
    await userEvent.type(english, 'Circular industry');
    await save();
    expect(asked).toHaveBeenCalledWith('/api/v1/sections/s-3.1', expect.objectContaining({ method: 'PATCH', body: '{"title":{"en":"Circular industry"}}' }));
  });

  it('[P11] reads at the field what is not accepted, and elsewhere above the form', async () => {
    answering(422, { status: 422, code: 'input-invalid', errors: [{ pointer: '/title/ru', code: 'isPlainText', limit: 300 }] });
    await show(speaker('moderator'), chapter, chapter.sections[0]);
    await userEvent.click(button('Rename 3.1 Title 3.1'));
    await save();
    const russian = sheet().getByLabelText('Title in Russian');
    expect(document.getElementById(russian.getAttribute('aria-describedby') ?? '')?.textContent).toBe('At most 300 characters.');
    answering(409, { status: 409, code: 'section-removed' });
    await save();
    expect((await sheet().findByRole('alert')).textContent).toBe('The section was removed.');
  });

  it('[OU4] says what a removal does before it is done', async () => {
    const asked = answering(204);
    await show(speaker('rapporteur'), chapter, chapter.sections[1]);
    await userEvent.click(button('Remove 3.2 Title 3.2'));
    expect(sheet().getByText('“3.2 Title 3.2” leaves the outline for everybody. The record keeps its text.')).toBeTruthy();
    expect(asked).not.toHaveBeenCalled();
    await userEvent.click(sheet().getByRole('button', { name: 'Remove' }));
    expect(asked).toHaveBeenCalledWith('/api/v1/sections/s-3.2', expect.objectContaining({ method: 'DELETE' }));
  });

  it('[OU17] offers a rapporteur no chapter of another one to move a section to', async () => {
    answering(200, { document: { id: 'd-1', title: { en: 'Strategy' } }, sections: [foreign, chapter].flatMap((each) => [each.chapter, ...each.sections]) });
    await show(speaker('rapporteur'), chapter, chapter.sections[0]);
    await userEvent.click(button('Move 3.1 Title 3.1'));
    await sheet().findByRole('option', { name: 'After 3.2 Title 3.2' });
    expect(sheet().getAllByRole('group').map((group) => group.getAttribute('label'))).toEqual(['3 Title 3']);
  });
});
