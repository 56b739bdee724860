import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { act, cleanup, screen } from '@testing-library/react';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { inboxCountQuery } from '../api/inbox-queries.js';
import { InboxCountBadge } from './InboxCountBadge.js';
import { InboxNews } from './InboxNews.js';
import { QUIET_MS } from './use-rise.js';

const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
const become = (unread: number) => act(async () => {
  client.setQueryData(inboxCountQuery.queryKey, { unread });
  await jest.advanceTimersByTimeAsync(1);
});
const said = (): string | null => screen.getByRole('status').textContent;

beforeEach(async () => {
  jest.useFakeTimers();
  client.setQueryData(inboxCountQuery.queryKey, { unread: 2 });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('[IN14] news of the inbox', () => {
  it('are not what was unread before, and are read out when there is more', async () => {
    await renderInEnglish(<InboxNews />, client);
    expect(said()).toBe('');
    await become(3);
    expect(said()).toBe('New in the inbox. 3 unread notices');
  });

  it('are read out at most once in ten seconds, then together', async () => {
    await renderInEnglish(<InboxNews />, client);
    for (const unread of [3, 4, 5]) await become(unread);
    expect(said()).toBe('New in the inbox. 3 unread notices');
    await act(() => jest.advanceTimersByTimeAsync(QUIET_MS));
    expect(said()).toBe('New in the inbox. 5 unread notices');
  });

  it('are over once something was read', async () => {
    await renderInEnglish(<InboxNews />, client);
    await become(3);
    await become(0);
    expect(said()).toBe('');
  });
});

describe('the number beside the inbox', () => {
  it('says in words what it counts, and is not there while nothing is unread', async () => {
    await renderInEnglish(<a href="/inbox">Inbox <InboxCountBadge /></a>, client);
    expect(screen.getByRole('link', { name: 'Inbox 2 unread notices' }).textContent).toContain('2');
    await become(120);
    expect(screen.getByText('99+')).toBeDefined();
    await become(0);
    expect(screen.getByRole('link').textContent).toBe('Inbox ');
  });
});
