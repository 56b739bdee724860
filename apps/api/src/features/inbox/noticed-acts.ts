import type { Audience, NoticedAct } from '@expert-forum/domain';
import type { EntityManager } from 'typeorm';
import { found } from '../../platform/errors/problem-error.js';
import type { LedgerEntry } from '../../platform/ledger/ledger-entry.js';
import type { NoticeEntity } from './notice.entity.js';

type References = Pick<NoticeEntity, 'sectionId' | 'threadId' | 'commentId' | 'sessionId' | 'decisionId' | 'phase'>;

/** What a command was, as far as somebody is told of it. */
export interface Noticed {
  readonly act: NoticedAct;
  readonly about: Partial<References>;
  /** null: the act itself, which has no id. */
  readonly cause: string | null;
}

type Read = (manager: EntityManager, object: LedgerEntry['object']) => Promise<Noticed> | Noticed;

interface CommentRow {
  readonly centreId: string | null;
  readonly mentions: string[];
  readonly participants: string[];
}

const audienceOf = (centreId: string | null): Audience => (centreId === null ? { visibility: 'forum' } : { visibility: 'centre', centreId });

async function commented(manager: EntityManager, { section, thread, comment }: LedgerEntry['object'], isNew: boolean): Promise<Noticed> {
  const rows: CommentRow[] = await manager.query(
    `SELECT centre_id AS "centreId", mentions,
            ARRAY(SELECT opened_by UNION SELECT mandate_id FROM comment WHERE thread_id = thread.id AND deleted_at IS NULL) AS participants
       FROM comment JOIN thread ON thread.id = thread_id WHERE comment.id = $1`,
    [comment],
  );
  const { centreId, mentions, participants } = found(rows[0]);
  const act = { kind: 'commented', audience: audienceOf(centreId), mentioned: mentions, participants: isNew ? participants : [] } as const;
  return { act, about: { sectionId: found(section), threadId: found(thread), commentId: found(comment) }, cause: found(comment) };
}

const settled =
  (kind: 'thread_resolved' | 'thread_reopened'): Read =>
  async (manager, { section, thread }) => {
    const rows: { centreId: string | null; openedBy: string }[] = await manager.query(
      'SELECT centre_id AS "centreId", opened_by AS "openedBy" FROM thread WHERE id = $1',
      [thread],
    );
    const { centreId, openedBy } = found(rows[0]);
    return { act: { kind, audience: audienceOf(centreId), openedBy }, about: { sectionId: found(section), threadId: found(thread) }, cause: null };
  };

const named =
  (kind: 'drafter_named' | 'rapporteur_named'): Read =>
  (_manager, { section, mandate }) => ({ act: { kind, mandateId: found(mandate) }, about: { sectionId: found(section) }, cause: null });

/** Of the section as the command leaves it: its drafters and its rapporteur, or its chapter's. */
const moved =
  (kind: 'phase_changed' | 'decided'): Read =>
  async (manager, { section, decision = null }) => {
    const rows: { phase: NonNullable<NoticeEntity['phase']>; own: string[] }[] = await manager.query(
      `SELECT section.phase, ARRAY(SELECT mandate_id FROM drafter WHERE section_id = section.id
                                   UNION SELECT coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id)) AS own
         FROM section LEFT JOIN section chapter ON chapter.id = section.parent_id WHERE section.id = $1`,
      [section],
    );
    const { phase, own } = found(rows[0]);
    return { act: { kind, own }, about: { sectionId: found(section), decisionId: decision, phase }, cause: decision };
  };

const session =
  (kind: 'session_planned' | 'session_changed' | 'session_opened'): Read =>
  (_manager, { session: id }) => ({ act: { kind }, about: { sessionId: found(id) }, cause: null });

/** Verbs of the ledger that somebody is told of (IN1). */
export const NOTICED: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['thread:opened', (manager, object) => commented(manager, object, true)],
  ['comment:added', (manager, object) => commented(manager, object, true)],
  ['comment:edited', (manager, object) => commented(manager, object, false)],
  ['thread:resolved', settled('thread_resolved')],
  ['thread:reopened', settled('thread_reopened')],
  ['drafter:named', named('drafter_named')],
  ['rapporteur:set', named('rapporteur_named')],
  ['phase:changed', moved('phase_changed')],
  ['decision:recorded', moved('decided')],
  ['decision:corrected', moved('decided')],
  ['session:planned', session('session_planned')],
  ['session:edited', session('session_changed')],
  ['agenda:set', session('session_changed')],
  ['session:opened', session('session_opened')],
]);
