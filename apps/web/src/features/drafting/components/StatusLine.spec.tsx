import { afterEach, describe, expect, it } from '@jest/globals';
import type { SectionStatus } from '@expert-forum/collab/client';
import { cleanup, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { StatusWords } from './StatusLine.js';

afterEach(cleanup);

const at = new Date().setHours(15, 42, 0, 0);
const common = { receivedAt: at, unsent: 0, oldestUnsentAt: null, isEditable: true, hasText: true };
const readonly = { ...common, word: 'readonly', problem: 'section-frozen', since: at } as const;

const CASES: readonly (readonly [SectionStatus, string, string])[] = [
  [{ ...common, word: 'synced' }, 'Received 15:42', 'off'],
  [{ ...common, word: 'synced', unsent: 3 }, '3 changes on this device', 'off'],
  [{ ...common, word: 'synced', unsent: 1 }, '1 change on this device', 'off'],
  [{ ...common, word: 'synced', receivedAt: null }, 'Up to date', 'off'],
  [{ ...common, word: 'connecting' }, 'Connecting…', 'polite'],
  [{ ...common, word: 'offline', since: at }, 'Offline since 15:42', 'polite'],
  [{ ...common, word: 'offline', since: at, unsent: 2 }, 'Offline since 15:42 · 2 changes on this device', 'polite'],
  [{ ...readonly, phase: 'consultation' }, 'Frozen by the moderator 15:42', 'polite'],
  [{ ...readonly, phase: 'agreed' }, 'Agreed since 15:42', 'polite'],
  [{ ...readonly, phase: 'drafting', problem: 'not-a-drafter' }, 'Reading', 'polite'],
  [{ ...common, word: 'rejected', problem: { type: '', title: '', status: 409, code: 'client-too-old' } }, 'Stopped', 'polite'],
];

describe('the status line of truth', () => {
  it.each(CASES)('[P2] says of %j: %s', async (status, words, live) => {
    await renderInEnglish(<StatusWords status={status} />);
    const line = screen.getByRole('status');
    expect(line.textContent).toBe(words);
    expect(line.getAttribute('aria-live')).toBe(live);
  });

  it.each([
    [1_000, 'waiting', '2 changes on this device'],
    [5_200, 'late', '2 changes on this device for 5 s'],
    [10_200, 'overdue', '2 changes on this device for 10 s'],
    [200_000, 'overdue', '2 changes on this device for 3 min'],
  ])('[P2] says for how long text has waited: %i ms are %s', async (age, standing, words) => {
    await renderInEnglish(<StatusWords status={{ ...common, word: 'synced', unsent: 2, oldestUnsentAt: Date.now() - age }} />);
    const line = screen.getByRole('status');
    expect([line.dataset['standing'], line.textContent]).toEqual([standing, words]);
  });

  it('[P1] speaks of receiving only when nothing waits to be received', async () => {
    for (const [status, words] of CASES) {
      if (status.unsent > 0 || status.word !== 'synced') expect(words).not.toMatch(/received|saved/i);
    }
  });

  it('names the day when it was another one', async () => {
    const status: SectionStatus = { ...readonly, since: new Date(2026, 5, 27, 15, 42).getTime(), phase: 'agreed' };
    await renderInEnglish(<StatusWords status={status} />);
    expect(screen.getByRole('status').textContent).toMatch(/^Agreed since 27 June 2026.*15:42$/);
  });

  it('has a shape for each standing, not only a colour', async () => {
    const shapes = new Set<string>();
    for (const [status] of CASES) {
      const { container, unmount } = await renderInEnglish(<StatusWords status={status} />);
      shapes.add(container.querySelector('svg')?.innerHTML ?? '');
      unmount();
    }
    expect(shapes.size).toBe(7);
  });
});
