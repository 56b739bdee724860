import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { thread } from '../thread.fixture.js';
import { changedThread, merged, takeThread, threadsKey } from './thread-cache.js';

describe('threads on the screen', () => {
  it('[TH18] are the newest of what came, in whatever order it came', () => {
    const [older, newer] = [thread({ version: 2 }), thread({ version: 3, state: 'resolved' })];
    expect(merged([older], [newer])).toEqual([newer]);
    expect(merged([newer], [older])).toEqual([newer]);
    expect(merged([newer], [thread({ version: 3 })])[0]?.state).toBe('resolved');
  });

  it('[TH18] stay when a list that was asked for earlier does not have them yet', () => {
    const later = thread({ id: 't-2', openedAt: '2026-11-23T10:00:00Z' });
    expect(merged([later], [thread()]).map(({ id }) => id)).toEqual(['t-1', 't-2']);
  });

  it('[TH18] are taken into a list that is there; before it is, the list brings them', () => {
    const client = new QueryClient();
    takeThread(client, thread());
    expect(client.getQueryData(threadsKey('s-1'))).toBeUndefined();
    client.setQueryData(threadsKey('s-1'), []);
    takeThread(client, thread());
    expect(client.getQueryData(threadsKey('s-1'))).toEqual([thread()]);
  });

  it('[TH18] are announced for the section that is open', () => {
    expect(changedThread('thread:changed', { thread: thread() }, 's-1')).toEqual(thread());
    expect(changedThread('thread:changed', { thread: thread() }, 's-2')).toBeNull();
    expect(changedThread('section:changed', { thread: thread() }, 's-1')).toBeNull();
    expect(changedThread('thread:changed', { thread: { id: 't-1' } }, 's-1')).toBeNull();
  });
});
