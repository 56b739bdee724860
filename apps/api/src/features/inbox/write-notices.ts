import { randomUUID } from 'node:crypto';
import { LIMITS, noticesOf, supersededBy, type Actor, type Addressed } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Consequences, type Cause } from '../../platform/ledger/consequences.js';
import { NOTICED, type Noticed } from './noticed-acts.js';

/** Writes who is to be told of a command, in its transaction and under its row of the ledger. */
@Injectable()
export class WriteNotices {
  constructor(consequences: Consequences) {
    consequences.add(prepareNotices);
  }
}

async function prepareNotices(manager: EntityManager, { by, entry, at }: Cause): Promise<((seq: number) => Promise<void>) | null> {
  const noticed = await NOTICED.get(entry.verb)?.(manager, entry.object);
  if (noticed === undefined) return null;
  const standing = await standingIn(manager, by.forumId, at);
  const addressed = noticesOf(noticed.act, by.kind === 'mandate' ? by.actor.memberId : null, standing);
  if (addressed.length === 0) return null;
  await makeRoom(manager, addressed, noticed, at);
  return (seq) => write(manager, addressed, noticed, { seq, at });
}

/** Mandates in force, of members who are let in. */
const standingIn = (manager: EntityManager, forumId: string, at: Date): Promise<Actor[]> =>
  manager.query(
    `SELECT member_id AS "memberId", mandate.id AS "mandateId", role, centre_id AS "centreId" FROM mandate JOIN member ON member.id = member_id
      WHERE mandate.forum_id = $1 AND withdrawn_at IS NULL AND suspended_at IS NULL AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)`,
    [forumId, at],
  );

/** What is too old goes, and what is unread of the same matter (IN6, IN9). One that is being read at this moment stays: nobody is waited for. */
async function makeRoom(manager: EntityManager, addressed: readonly Addressed[], { about }: Noticed, at: Date): Promise<void> {
  const kinds = [...new Set(addressed.flatMap(({ kind }) => supersededBy(kind)))];
  await manager.query(
    `DELETE FROM notice WHERE id IN (
       SELECT id FROM notice
        WHERE mandate_id = ANY($1)
          AND (at <= $2 OR (read_at IS NULL AND kind = ANY($3) AND section_id IS NOT DISTINCT FROM $4 AND thread_id IS NOT DISTINCT FROM $5
                           AND session_id IS NOT DISTINCT FROM $6))
          FOR UPDATE SKIP LOCKED)`,
    [
      addressed.map(({ mandateId }) => mandateId),
      new Date(at.getTime() - LIMITS.notice.life),
      kinds,
      about.sectionId ?? null,
      about.threadId ?? null,
      about.sessionId ?? null,
    ],
  );
}

async function write(manager: EntityManager, addressed: readonly Addressed[], { about, cause }: Noticed, { seq, at }: { seq: number; at: Date }): Promise<void> {
  const { sectionId = null, threadId = null, commentId = null, sessionId = null, decisionId = null, phase = null } = about;
  await manager.query(
    `INSERT INTO notice (id, mandate_id, kind, cause, ledger_seq, at, section_id, thread_id, comment_id, session_id, decision_id, phase)
     SELECT gen_random_uuid(), told.mandate_id, told.kind, $3, $4, $5, $6, $7, $8, $9, $10, $11
       FROM unnest($1::uuid[], $2::text[]) AS told (mandate_id, kind)
     ON CONFLICT (mandate_id, cause) DO NOTHING`,
    [
      addressed.map(({ mandateId }) => mandateId),
      addressed.map(({ kind }) => kind),
      cause ?? randomUUID(),
      seq,
      at,
      sectionId,
      threadId,
      commentId,
      sessionId,
      decisionId,
      phase,
    ],
  );
}
