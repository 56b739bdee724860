import type { Actor } from '../people/role.js';
import { reopenThread } from './reopen-thread.js';
import { resolveThread } from './resolve-thread.js';
import type { ThreadFacts } from './thread.js';

const moderator: Actor = { memberId: 'm', mandateId: 'moderator', role: 'moderator', centreId: null };
const thread: ThreadFacts = {
  audience: { visibility: 'forum' },
  state: 'open',
  openedBy: 'somebody',
  isDetached: false,
  commentCount: 1,
  isSectionRemoved: false,
  isRapporteur: false,
};
const at = new Date(Date.UTC(2026, 10, 24));
const answer = { disposition: 'modified', reason: 'Settled with the merged wording.' } as const;

describe('resolving a thread', () => {
  it('[TH3] says how it was answered, why, by whom and when', () => {
    expect(resolveThread(moderator, thread, answer, at)).toEqual({ ok: true, value: { kind: 'resolved', ...answer, byMandateId: 'moderator', at } });
  });

  it('[TH3] happens once; reopened, the thread can be resolved anew', () => {
    const resolved = { ...thread, state: 'resolved' } as const;
    expect(resolveThread(moderator, resolved, answer, at)).toMatchObject({ problem: 'thread-resolved' });
    expect(reopenThread(moderator, thread)).toMatchObject({ problem: 'thread-not-resolved' });
    expect(reopenThread(moderator, resolved)).toEqual({ ok: true, value: { kind: 'reopened' } });
    expect(resolveThread(moderator, { ...thread, state: 'reopened' }, answer, at)).toMatchObject({ ok: true });
  });
});
