import { afterEach, describe, expect, it } from '@jest/globals';
import type { SectionConnection } from '@expert-forum/collab/client';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { offlineSection, trayItem } from '../connection/section.fixture.js';
import { TraySheet } from './TraySheet.js';

let section: SectionConnection;
afterEach(async () => {
  cleanup();
  await section.destroy();
});

async function show(...items: Parameters<typeof trayItem>[]) {
  section = await offlineSection({ tray: items.map((item) => trayItem(...item)) });
  return renderInEnglish(<TraySheet section={section} speakerOf={(id) => (id === 'md-1' ? 'UZB-CTP' : '–')} onClose={() => undefined} />);
}

describe('the tray', () => {
  it('[R17] says of each passage when, as whom and why, and what it took out and put in', async () => {
    const { container } = await show(['a', 'a network of nodes', 'a network of equal nodes']);
    const passage = within(screen.getByRole('listitem'));
    expect(passage.getByText(/Typed 23 November 2026.*15:42 as UZB-CTP/)).toBeDefined();
    expect(passage.getByText('The text is frozen in this phase.')).toBeDefined();
    expect(container.querySelector('ins')?.textContent).toBe('equal ');
    expect(container.querySelector('del')).toBeNull();
  });

  it('[R17] keeps a passage until its author removes it, and then the focus goes to the list', async () => {
    await show(['a', '', 'first'], ['b', '', 'second']);
    const [remove] = screen.getAllByRole('button', { name: 'Remove' });
    if (remove) await userEvent.click(remove);
    expect(screen.queryByText('first')).toBeNull();
    expect(screen.getByText('second')).toBeDefined();
    expect(section.tray.map(({ id }) => id)).toEqual(['b']);
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Tray' }));
  });

  it('offers all at once only where there is more than one, and no copy of a passage that only deletes', async () => {
    await show(['a', 'was here', '']);
    expect(screen.queryByRole('button', { name: 'Download all' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    expect(screen.getByText('(the paragraph was deleted)')).toBeDefined();
  });

  it('copies the words of the author', async () => {
    const user = userEvent.setup();
    await show(['a', 'old', 'new words']);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('new words');
    expect(screen.getByText('Copied')).toBeDefined();
  });
});
