import { LIMITS } from '../limits/limits.js';
import { actsForCentre, ROLES, type Actor, type Role } from '../people/role.js';
import {
  canEditComment,
  canOpenThread,
  canReadThread,
  canReadTrace,
  canReattachThread,
  canRemoveComment,
  canReopenThread,
  canReply,
  canResolveThread,
} from './thread-policy.js';
import { caucusOf, type CommentFacts, type ThreadFacts } from './thread.js';

const actor = (role: Role, centreId: string | null = actsForCentre(role) ? 'own' : null, mandateId: string = role): Actor => ({
  memberId: `member of ${mandateId}`,
  mandateId,
  role,
  centreId,
});
const forum: ThreadFacts = {
  audience: { visibility: 'forum' },
  state: 'open',
  openedBy: 'somebody',
  isDetached: false,
  commentCount: 1,
  isSectionRemoved: false,
  isRapporteur: false,
};
const caucus: ThreadFacts = { ...forum, audience: { visibility: 'centre', centreId: 'own' } };
const comment: CommentFacts = { mandateId: 'expert', centreId: 'own', isRemoved: false };

const acts = { canReadThread, canReply, canResolveThread, canReopenThread, canReattachThread };
const about = { canEditComment, canRemoveComment, canReadTrace };
const rolesThat = (may: (actor: Actor) => { ok: boolean }): Role[] => ROLES.filter((role) => may(actor(role)).ok);
const COMMENTING = ['moderator', 'rapporteur', 'focal_point', 'expert', 'translator'];

describe('[TH1] a centre’s thread', () => {
  const strangers = [...ROLES.filter((role) => !actsForCentre(role)).map((role) => actor(role)), actor('expert', 'other'), actor('focal_point', 'other')];

  it('is for its members, and for everybody else as if it did not exist', () => {
    expect(rolesThat((each) => canReadThread(each, caucus))).toEqual(['focal_point', 'expert']);
    for (const stranger of strangers) {
      for (const may of Object.values(acts)) expect(may(stranger, caucus)).toEqual({ ok: false, problem: 'not-found' });
      for (const may of Object.values(about)) expect(may(stranger, caucus, comment)).toEqual({ ok: false, problem: 'not-found' });
    }
  });

  it('is not found before anything else about it is said', () => {
    const gone = { ...caucus, isSectionRemoved: true, state: 'resolved', commentCount: LIMITS.thread.comments } as const;
    for (const may of Object.values(acts)) expect(may(actor('moderator'), gone)).toMatchObject({ problem: 'not-found' });
  });

  it('is opened by whoever acts for a centre', () => {
    const section = { isRemoved: false };
    expect(rolesThat((each) => canOpenThread(each, section, 'centre'))).toEqual(['focal_point', 'expert']);
    expect(ROLES.map((role) => caucusOf(actor(role))).filter((centre) => centre !== null)).toEqual(['own', 'own']);
  });

  it('[TH5] is settled by any of its members', () => {
    expect(rolesThat((each) => canResolveThread(each, caucus))).toEqual(['focal_point', 'expert']);
    expect(rolesThat((each) => canReattachThread(each, { ...caucus, isDetached: true }))).toEqual(['focal_point', 'expert']);
  });
});

describe('a thread of the forum', () => {
  it('[TH2] is read by everybody and written by all but the secretariat and observers', () => {
    expect(rolesThat((each) => canReadThread(each, forum))).toEqual([...ROLES]);
    expect(rolesThat((each) => canOpenThread(each, { isRemoved: false }, 'forum'))).toEqual(COMMENTING);
    expect(rolesThat((each) => canReply(each, forum))).toEqual(COMMENTING);
  });

  it('[TH2] is closed with its section', () => {
    expect(canOpenThread(actor('expert'), { isRemoved: true }, 'forum')).toMatchObject({ problem: 'section-removed' });
    for (const may of [canReply, canResolveThread, canReopenThread, canReattachThread]) {
      expect(may(actor('moderator'), { ...forum, isSectionRemoved: true })).toMatchObject({ problem: 'section-removed' });
    }
  });

  it('[TH5] is settled by a moderator, the section’s rapporteur and whoever opened it', () => {
    expect(rolesThat((each) => canResolveThread(each, forum))).toEqual(['moderator']);
    expect(rolesThat((each) => canResolveThread(each, { ...forum, isRapporteur: each.role === 'rapporteur' }))).toEqual(['moderator', 'rapporteur']);
    expect(canResolveThread(actor('translator'), { ...forum, openedBy: 'translator' })).toEqual({ ok: true });
    expect(canResolveThread(actor('expert'), forum)).toMatchObject({ problem: 'thread-not-yours' });
    expect(canResolveThread(actor('observer'), { ...forum, openedBy: 'observer' })).toMatchObject({ problem: 'not-allowed' });
  });

  it('[TH3] [TH6] is resolved once, and then reopened by whoever may comment', () => {
    const resolved = { ...forum, state: 'resolved' } as const;
    expect(canResolveThread(actor('moderator'), resolved)).toMatchObject({ problem: 'thread-resolved' });
    expect(canReply(actor('moderator'), resolved)).toMatchObject({ problem: 'thread-resolved' });
    expect(rolesThat((each) => canReopenThread(each, resolved))).toEqual(COMMENTING);
    expect(canReopenThread(actor('expert'), forum)).toMatchObject({ problem: 'thread-not-resolved' });
    expect(canReply(actor('expert'), { ...forum, state: 'reopened' })).toEqual({ ok: true });
  });

  it('[TH9] is full at 200 comments', () => {
    expect(canReply(actor('expert'), { ...forum, commentCount: 199 })).toEqual({ ok: true });
    expect(canReply(actor('expert'), { ...forum, commentCount: 200 })).toEqual({ ok: false, problem: 'thread-full', params: { limit: 200 } });
  });

  it('[TH14] gets other words only when it has lost its own', () => {
    expect(canReattachThread(actor('moderator'), forum)).toMatchObject({ problem: 'thread-attached' });
    expect(canReattachThread(actor('moderator'), { ...forum, isDetached: true })).toEqual({ ok: true });
    expect(canReattachThread(actor('expert'), { ...forum, isDetached: true })).toMatchObject({ problem: 'thread-not-yours' });
  });
});

describe('[TH7] a comment', () => {
  it('is edited and removed by its author alone, under the same mandate', () => {
    for (const may of [canEditComment, canRemoveComment]) {
      expect(may(actor('expert'), forum, comment)).toEqual({ ok: true });
      expect(may(actor('expert', 'own', 'a colleague'), forum, comment)).toMatchObject({ problem: 'comment-not-own' });
      expect(may(actor('moderator'), forum, comment)).toMatchObject({ problem: 'comment-not-own' });
      expect(may(actor('expert'), forum, { ...comment, isRemoved: true })).toMatchObject({ problem: 'comment-removed' });
    }
  });

  it('can be taken back after the thread was resolved, but not reworded', () => {
    const resolved = { ...forum, state: 'resolved' } as const;
    expect(canEditComment(actor('expert'), resolved, comment)).toMatchObject({ problem: 'thread-resolved' });
    expect(canRemoveComment(actor('expert'), resolved, comment)).toEqual({ ok: true });
  });

  it('shows its former wordings to its author and the author’s centre', () => {
    expect(canReadTrace(actor('expert'), forum, comment)).toEqual({ ok: true });
    expect(canReadTrace(actor('focal_point'), forum, comment)).toEqual({ ok: true });
    for (const stranger of [actor('moderator'), actor('secretariat'), actor('expert', 'other', 'stranger')]) {
      expect(canReadTrace(stranger, forum, comment)).toMatchObject({ problem: 'comment-not-own' });
    }
    const ofModerator = { ...comment, mandateId: 'moderator', centreId: null };
    expect(rolesThat((each) => canReadTrace(each, forum, ofModerator))).toEqual(['moderator']);
  });
});
