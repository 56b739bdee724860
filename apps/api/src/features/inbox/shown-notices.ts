import { caucusOf, LIMITS, type DecisionKind, type Disposition, type NoticeKind, type Phase, type SessionState } from '@expert-forum/domain';
import type { LocalisedTitle, SpeakerView } from '@expert-forum/contracts';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { speaker } from '../threads/thread.presenter.js';
import { VISIBLE } from '../threads/visible-threads.js';

/**
 * The notices of a mandate that it may be shown now, as a table expression with `shownTo` as its parameters: the one place that
 * says so, for lists, numbers and readings alike (IN8).
 */
export const SHOWN = `
  notice
  LEFT JOIN section ON section.id = notice.section_id
  LEFT JOIN thread ON thread.id = notice.thread_id
  LEFT JOIN comment ON comment.id = notice.comment_id
  LEFT JOIN session ON session.id = notice.session_id
  LEFT JOIN decision ON decision.id = notice.decision_id
  WHERE notice.mandate_id = $1 AND notice.at > $2 AND ${VISIBLE('$3')}
    AND section.removed_at IS NULL AND comment.deleted_at IS NULL AND (session.state IS NULL OR session.state <> 'closed')
    AND (notice.kind <> 'mentioned' OR $4 = ANY(comment.mentions))`;

export const shownTo = ({ actor }: MandatePerformer, now: Date): unknown[] => [
  actor.mandateId,
  new Date(now.getTime() - LIMITS.notice.life),
  caucusOf(actor),
  actor.memberId,
];

const EXCERPT = LIMITS.notice.excerptCharacters;

export const NOTICE_COLUMNS = `
  notice.id, notice.kind, notice.at, notice.place, notice.phase, notice.read_at IS NOT NULL AS "isRead",
  section.id AS "sectionId", section.document_id AS "documentId", decision.kind AS decision,
  thread.id AS "threadId", thread.anchor ->> 'paragraphId' AS "paragraphId", thread.anchor -> 'quote' ->> 'text' AS quote,
  thread.centre_id IS NOT NULL AS "isOfCentre", thread.disposition, ${speaker('coalesce(comment.mandate_id, thread.resolved_by)')} AS by,
  CASE WHEN length(comment.body) > ${EXCERPT} THEN left(comment.body, ${EXCERPT - 1}) || '…' ELSE comment.body END AS excerpt,
  session.id AS "sessionId", session.title AS "sessionTitle", session.place AS "sessionPlace", session.starts_at AS "startsAt",
  session.ends_at AS "endsAt", session.state AS "sessionState"`;

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly place: number;
  readonly phase: Phase | null;
  readonly isRead: boolean;
  readonly sectionId: string | null;
  readonly documentId: string | null;
  readonly decision: DecisionKind | null;
  readonly threadId: string | null;
  readonly paragraphId: string | null;
  readonly quote: string | null;
  readonly isOfCentre: boolean;
  readonly disposition: Disposition | null;
  readonly by: SpeakerView | null;
  readonly excerpt: string | null;
  readonly sessionId: string | null;
  readonly sessionTitle: LocalisedTitle | null;
  readonly sessionPlace: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly sessionState: SessionState | null;
}
