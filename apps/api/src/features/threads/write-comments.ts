import { createHash, randomUUID } from 'node:crypto';
import type { CommentWording, NewComment } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { CommentEntity } from './comment.entity.js';
import { Mentionables } from './mentionables.js';

const HOUR_MS = 3_600_000;

/** Where a comment goes; its thread is held, or new. */
interface Destination {
  readonly threadId: string;
  readonly centreId: string | null;
  readonly position: number;
}

/** What the ledger keeps of somebody's words. */
export const hashOfWords = (words: string): string => createHash('sha256').update(words).digest('hex');

/** Comments as rows: written once, and every former wording kept. */
@Injectable()
export class WriteComments {
  constructor(
    private readonly clock: Clock,
    private readonly mentionables: Mentionables,
  ) {}

  async append(manager: EntityManager, by: MandatePerformer, { threadId, centreId, position }: Destination, comment: NewComment): Promise<string> {
    const { key, body, mentions } = comment;
    await this.demandAllowance(manager, by);
    await this.mentionables.demand(manager, by.forumId, centreId, mentions);
    const id = randomUUID();
    const rows: unknown[] = await manager.query(
      `INSERT INTO comment (id, thread_id, position, mandate_id, key, body, mentions, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (mandate_id, key) DO NOTHING RETURNING id`,
      [id, threadId, position, by.actor.mandateId, key, body, mentions, this.clock.now()],
    );
    // The same comment was sent twice at once: the one that came first is found when it is asked for again.
    if (rows.length === 0) throw new ProblemException('outcome-unknown', { retryAfter: 1 });
    return id;
  }

  async reword(manager: EntityManager, by: MandatePerformer, id: string, centreId: string | null, { body, mentions }: CommentWording): Promise<void> {
    await this.demandAllowance(manager, by);
    await this.mentionables.demand(manager, by.forumId, centreId, mentions);
    await this.keepTrace(manager, id);
    await manager.getRepository(CommentEntity).update({ id }, { body, mentions, editedAt: this.clock.now() });
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await this.keepTrace(manager, id);
    await manager.getRepository(CommentEntity).update({ id }, { body: null, mentions: [], deletedAt: this.clock.now() });
  }

  private async keepTrace(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `INSERT INTO comment_trace (comment_id, number, at, body)
       SELECT id, (SELECT count(*) + 1 FROM comment_trace WHERE comment_id = $1), $2, body FROM comment WHERE id = $1`,
      [id, this.clock.now()],
    );
  }

  /** What one member writes within an hour, under whatever mandates: comments and new wordings. @throws `comments-exceeded` */
  private async demandAllowance(manager: EntityManager, { actor: { memberId } }: MandatePerformer): Promise<void> {
    await manager.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [memberId]); // one comment of a member at a time
    const now = this.clock.now().getTime();
    const acts: { at: Date }[] = await manager.query(
      `SELECT at FROM (
         SELECT mandate_id, created_at AS at FROM comment
         UNION ALL SELECT mandate_id, at FROM comment_trace JOIN comment ON comment.id = comment_id WHERE at IS DISTINCT FROM deleted_at) AS act
        WHERE mandate_id IN (SELECT id FROM mandate WHERE member_id = $1) AND at > $2 ORDER BY at DESC LIMIT $3`,
      [memberId, new Date(now - HOUR_MS), LIMITS.comment.perHour],
    );
    const oldest = acts[LIMITS.comment.perHour - 1];
    if (oldest === undefined) return;
    throw new ProblemException('comments-exceeded', { retryAfter: Math.ceil((oldest.at.getTime() + HOUR_MS - now) / 1_000) });
  }
}
