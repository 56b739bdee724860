import { describe, expect, it } from '@jest/globals';
import type { SessionState } from '@expert-forum/domain';
import { session } from '../session.fixture.js';
import { groupSessions } from './group-sessions.js';

describe('the list of sessions', () => {
  it('[SE1] tells what takes place now, also while it is suspended, from what comes next and what was last', () => {
    const states: SessionState[] = ['closed', 'closed', 'suspended', 'open', 'planned', 'planned'];
    const groups = groupSessions(states.map((state, index) => session({ id: `${state} ${index}`, state })));
    expect(groups.now.map(({ id }) => id)).toEqual(['suspended 2', 'open 3']);
    expect(groups.coming.map(({ id }) => id)).toEqual(['planned 4', 'planned 5']);
    expect(groups.past.map(({ id }) => id)).toEqual(['closed 1', 'closed 0']);
  });
});
