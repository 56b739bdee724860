import { LIMITS } from '../limits/limits.js';
import { mayPerform } from '../people/role-table.js';
import type { Actor } from '../people/role.js';
import { ALLOWED, refused, type Verdict } from '../verdict.js';
import { caucusOf, type CommentFacts, type ThreadFacts, type Visibility } from './thread.js';

/** A centre's thread does not exist for anybody else: every refusal of it is the same as for one that was never opened. */
export function canReadThread(actor: Actor, { audience }: Pick<ThreadFacts, 'audience'>): Verdict {
  if (audience.visibility === 'centre') return audience.centreId === caucusOf(actor) ? ALLOWED : refused('not-found');
  return mayPerform('read-forum', actor.role, { isOwn: true });
}

export function canOpenThread(actor: Actor, section: { readonly isRemoved: boolean }, visibility: Visibility): Verdict {
  if (section.isRemoved) return refused('section-removed');
  if (visibility === 'centre' && caucusOf(actor) === null) return refused('not-allowed', { action: 'read-caucus', role: actor.role });
  return mayComment(actor);
}

export function canReply(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canDiscuss(actor, thread);
  if (!verdict.ok) return verdict;
  return thread.commentCount < LIMITS.thread.comments ? ALLOWED : refused('thread-full', { limit: LIMITS.thread.comments });
}

/** One's own, while the thread is open: what was answered stays what was answered. */
export function canEditComment(actor: Actor, thread: ThreadFacts, comment: CommentFacts): Verdict {
  const verdict = canDiscuss(actor, thread);
  return verdict.ok ? isOwnLiving(actor, comment) : verdict;
}

/** One's own, at any time. */
export function canRemoveComment(actor: Actor, thread: ThreadFacts, comment: CommentFacts): Verdict {
  const verdict = canTakePart(actor, thread);
  return verdict.ok ? isOwnLiving(actor, comment) : verdict;
}

/** Former wordings are their author's, and the author's centre's. */
export function canReadTrace(actor: Actor, thread: ThreadFacts, comment: CommentFacts): Verdict {
  const verdict = canReadThread(actor, thread);
  if (!verdict.ok) return verdict;
  const isOwn = comment.mandateId === actor.mandateId || (comment.centreId !== null && comment.centreId === caucusOf(actor));
  return isOwn ? ALLOWED : refused('comment-not-own');
}

export function canResolveThread(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canSettle(actor, thread);
  if (!verdict.ok) return verdict;
  return thread.state === 'resolved' ? refused('thread-resolved') : ALLOWED;
}

/** Whoever may comment on it. */
export function canReopenThread(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canTakePart(actor, thread);
  if (!verdict.ok) return verdict;
  return thread.state === 'resolved' ? ALLOWED : refused('thread-not-resolved');
}

/** Words are chosen anew by whoever may settle the thread, once the former are gone. */
export function canReattachThread(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canSettle(actor, thread);
  if (!verdict.ok) return verdict;
  return thread.isDetached ? ALLOWED : refused('thread-attached');
}

/** Of an observer's ○ (where an item allows it) nothing is allowed yet. */
const mayComment = ({ role }: Actor): Verdict => mayPerform('suggest-comment', role, { isOwn: false });

function canTakePart(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canReadThread(actor, thread);
  if (!verdict.ok) return verdict;
  return thread.isSectionRemoved ? refused('section-removed') : mayComment(actor);
}

function canDiscuss(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canTakePart(actor, thread);
  return verdict.ok && thread.state === 'resolved' ? refused('thread-resolved') : verdict;
}

/** In the forum: a moderator, the section's rapporteur, whoever opened it. In a centre: each of its members. */
function canSettle(actor: Actor, thread: ThreadFacts): Verdict {
  const verdict = canTakePart(actor, thread);
  if (!verdict.ok || thread.audience.visibility === 'centre') return verdict;
  const isEntitled = actor.role === 'moderator' || thread.isRapporteur || thread.openedBy === actor.mandateId;
  return isEntitled ? ALLOWED : refused('thread-not-yours');
}

function isOwnLiving(actor: Actor, comment: CommentFacts): Verdict {
  if (comment.mandateId !== actor.mandateId) return refused('comment-not-own');
  return comment.isRemoved ? refused('comment-removed') : ALLOWED;
}
