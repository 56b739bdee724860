import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ThreadView } from '@expert-forum/contracts';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { setLine } from '../../../shared/socket/live-line.js';
import { aida, comment, speaker, thread } from '../thread.fixture.js';
import { Note } from './Note.js';
import type { Speaker } from './thread-facts.js';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  setLine({ kind: 'opening', lastOpen: null });
});

const show = (view: ThreadView, as: Speaker = speaker()) =>
  renderInEnglish(<Note thread={view} discussion={{ speaker: as, editor: null, choose: () => undefined }} isChosen />);

/** The rule that stops a button; undefined: nothing does. */
function ruleOf(name: string): string | undefined {
  const button = screen.getByRole('button', { name });
  return document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? undefined;
}

const author = speaker({ mandateId: aida.mandateId, memberId: aida.memberId, centreCode: 'KAZ-SPL', centreId: 'kaz' });

describe('a note', () => {
  it('[TH2] lets an observer read, and says what rule stops the rest', async () => {
    await show(thread(), speaker({ role: 'observer', centreId: null, centreCode: null }));
    expect(screen.getByText('Which scenario?')).toBeDefined();
    expect(ruleOf('Reply')).toBeDefined();
    expect(ruleOf('Resolve')).toBeDefined();
  });

  it.each<[string, Speaker, boolean]>([
    ['whoever opened it', author, true],
    ['a moderator', speaker({ role: 'moderator', centreId: null, centreCode: null }), true],
    ['the section’s rapporteur', speaker({ role: 'rapporteur', centreId: null, centreCode: null, isRapporteur: true }), true],
    ['an expert of another centre', speaker(), false],
  ])('[TH5] is settled by %s: %#', async (_who, as, may) => {
    await show(thread(), as);
    expect(ruleOf('Reply')).toBeUndefined();
    expect(ruleOf('Resolve') === undefined).toBe(may);
  });

  it('[TH3] [TH6] that is resolved shows its answer and can be reopened, not replied to', async () => {
    const resolution = { disposition: 'noted', reason: 'It is a target.', by: aida, at: '2026-11-23T10:00:00Z' } as const;
    await show(thread({ state: 'resolved', resolution }));
    expect(screen.getByText('It is a target.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull();
    expect(ruleOf('Reopen')).toBeUndefined();
  });

  it('[TH20] is read and left as it is while nobody answers', async () => {
    setLine({ kind: 'cut', lastOpen: null });
    await show(thread(), author);
    expect(screen.getByText('Which scenario?')).toBeDefined();
    const names = ['Reply', 'Resolve', 'Edit', 'Take back'];
    expect(names.map(ruleOf)).toEqual(names.map(() => 'Without a connection comments can be read, not changed.'));
  });

  it('[TH7] offers editing and taking back to the author alone', async () => {
    await show(thread(), author);
    expect(ruleOf('Edit')).toBeUndefined();
    expect(screen.getByRole('button', { name: 'Take back' })).toBeDefined();
    cleanup();
    await show(thread());
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
  });

  it('[TH7] that was resolved keeps what was answered: the author cannot reword it, but take it back', async () => {
    const resolution = { disposition: 'accepted', reason: 'Yes.', by: aida, at: '2026-11-23T10:00:00Z' } as const;
    await show(thread({ state: 'resolved', resolution }), author);
    expect(ruleOf('Edit')).toBe('The thread is resolved. Reopen it first.');
    expect(screen.getByRole('button', { name: 'Take back' })).toBeDefined();
  });

  it('[TH7] says that a comment was taken back and not what it said; its centre finds the former wording', async () => {
    const gone = thread({ comments: [comment({ body: null, deletedAt: '2026-11-23T10:00:00Z' })] });
    await show(gone);
    expect(screen.getByText('The comment was taken back.')).toBeDefined();
    expect(screen.queryByText('Former wording')).toBeNull();
    cleanup();
    await show(gone, speaker({ mandateId: 'md-colleague', centreCode: 'KAZ-SPL', centreId: 'kaz' }));
    expect(screen.getByText('Former wording')).toBeDefined();
  });

  it('[TH1] of a centre says so', async () => {
    await show(thread({ visibility: 'centre', centreId: 'uzb' }));
    expect(screen.getByText('My centre only')).toBeDefined();
  });

  it('[TH14] without its words keeps the quote and asks for others', async () => {
    await show(thread({ isDetached: true }), author);
    expect(screen.getByText('equal nodes')).toBeDefined();
    expect(ruleOf('Attach to the selected words')).toBe('Select words in the text first.');
  });

  it('[TH3] is not resolved without a reason', async () => {
    const asked = jest.fn<typeof fetch>();
    globalThis.fetch = asked;
    await show(thread(), author);
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    expect(screen.getByText('An answer needs its reason.')).toBeDefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('[TH10] keeps a reply that could not be sent, and one that was begun, until it is sent or dropped', async () => {
    globalThis.fetch = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('no line'));
    await show(thread());
    await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply' }));
    await userEvent.keyboard('The middle one.{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toBeDefined();
    cleanup();
    await show(thread());
    expect(screen.getByRole('textbox', { name: 'Reply' })).toHaveProperty('value', 'The middle one.');
    await userEvent.click(within(screen.getByRole('article')).getByRole('button', { name: 'Cancel' }));
    expect(sessionStorage).toHaveLength(0);
  });
});
