import { describe, expect, it } from '@jest/globals';
import { thread } from '../thread.fixture.js';
import { sortThreads } from './sort-threads.js';

const ids = (threads: readonly { id: string }[]) => threads.map(({ id }) => id);

describe('the notes of a section', () => {
  const threads = [thread({ id: 'a' }), thread({ id: 'b', state: 'reopened' }), thread({ id: 'c', state: 'resolved' }), thread({ id: 'd', isDetached: true }), thread({ id: 'e', state: 'resolved', isDetached: true })];

  it('[TH3] [TH13] are open ones in the order of the text, resolved ones, and open ones without their words', () => {
    const { open, resolved, detached } = sortThreads(threads, ['b', 'a']);
    expect([ids(open), ids(resolved), ids(detached)]).toEqual([['b', 'a'], ['e', 'c'], ['d']]);
  });

  it('[TH15] keep the order in which they were opened until the text is there', () => {
    expect(ids(sortThreads(threads, null).open)).toEqual(['a', 'b']);
    expect(ids(sortThreads(threads, ['b']).open)).toEqual(['b', 'a']);
  });
});
