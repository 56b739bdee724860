import type { Anchor } from '@expert-forum/collab';
import type { AnchorView, CommentView, SpeakerView, ThreadView } from '@expert-forum/contracts';
import type { Disposition } from '@expert-forum/domain';

type Times = 'createdAt' | 'editedAt' | 'deletedAt';

/** A thread as one query reads it; times inside JSON are strings of PostgreSQL. */
export interface ThreadRow extends Omit<ThreadView, 'anchor' | 'resolution' | 'openedAt'> {
  readonly anchor: Anchor;
  readonly disposition: Disposition | null;
  readonly reason: string | null;
  readonly resolvedBy: SpeakerView | null;
  readonly resolvedAt: Date | null;
  readonly openedAt: Date;
}

/** A `SpeakerView` of whoever holds the mandate, as an expression. */
export const speaker = (mandateId: string): string => `(
  SELECT jsonb_build_object('mandateId', mandate.id, 'memberId', member.id, 'memberName', member.name, 'role', role, 'centreCode', centre.code)
    FROM mandate JOIN member ON member.id = member_id LEFT JOIN centre ON centre.id = mandate.centre_id WHERE mandate.id = ${mandateId})`;

const MENTIONED = `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('memberId', member.id, 'memberName', member.name) ORDER BY member.name, member.id), '[]')
    FROM member WHERE member.id = ANY(mentions))`;

/** What a `ThreadRow` has, of a table `thread`. */
export const THREAD_COLUMNS = `
  thread.id, thread.section_id AS "sectionId", version, visibility, thread.centre_id AS "centreId", anchor, is_detached AS "isDetached", state,
  disposition, reason, resolved_at AS "resolvedAt", opened_at AS "openedAt",
  ${speaker('opened_by')} AS "openedBy", ${speaker('resolved_by')} AS "resolvedBy",
  (SELECT jsonb_agg(jsonb_build_object('id', comment.id, 'position', position, 'author', ${speaker('comment.mandate_id')}, 'body', body,
                                       'mentions', ${MENTIONED}, 'createdAt', created_at, 'editedAt', edited_at, 'deletedAt', deleted_at)
                    ORDER BY position)
     FROM comment WHERE thread_id = thread.id) AS comments`;

/** For a list, an answer and an announcement alike. */
export function toThreadView({ anchor, disposition, reason, resolvedBy, resolvedAt, openedAt, comments, ...thread }: ThreadRow): ThreadView {
  const isResolved = disposition !== null && reason !== null && resolvedBy !== null && resolvedAt !== null;
  return {
    ...thread,
    anchor: toAnchorView(anchor),
    resolution: isResolved ? { disposition, reason, by: resolvedBy, at: resolvedAt.toISOString() } : null,
    openedAt: openedAt.toISOString(),
    comments: comments.map(toCommentView),
  };
}

function toAnchorView({ start, end, paragraphId, quote: { text, before, after } }: Anchor): AnchorView {
  return { start, end, paragraphId, quote: { text, before, after } };
}

const toCommentView = (comment: CommentView): CommentView => ({ ...comment, ...timesOf(comment) });

const timesOf = ({ createdAt, editedAt, deletedAt }: Pick<CommentView, Times>): Pick<CommentView, Times> => ({
  createdAt: new Date(createdAt).toISOString(),
  editedAt: editedAt && new Date(editedAt).toISOString(),
  deletedAt: deletedAt && new Date(deletedAt).toISOString(),
});
