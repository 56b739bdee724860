import type { Anchor } from '@expert-forum/collab';
import { caucusOf, type Audience, type CommentFacts, type ThreadFacts, type ThreadStateKind } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { found } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { ThreadEntity } from './thread.entity.js';
import { VISIBLE } from './visible-threads.js';

/** A thread with what the policies ask of it. */
export interface StoredThread extends ThreadFacts {
  readonly id: string;
  readonly sectionId: string;
  readonly documentId: string;
  readonly channel: number;
  readonly centreId: string | null;
}

export interface StoredComment extends CommentFacts {
  readonly id: string;
  readonly body: string | null;
}

export interface CommentInThread {
  readonly thread: StoredThread;
  readonly comment: StoredComment;
}

export interface StoredSection {
  readonly id: string;
  readonly documentId: string;
  readonly channel: number;
  readonly isRemoved: boolean;
}

export type NewThreadRow = Pick<ThreadEntity, 'id' | 'sectionId' | 'visibility' | 'centreId' | 'anchor' | 'anchorSeq' | 'openedBy' | 'openedAt'>;

/** What a command changes of a thread that it holds. */
export type ThreadChange = Partial<Pick<ThreadEntity, 'state' | 'disposition' | 'reason' | 'resolvedBy' | 'resolvedAt'>>;

interface ThreadRow extends Omit<StoredThread, 'audience'> {
  readonly state: ThreadStateKind;
}

@Injectable()
export class ThreadsRepository {
  /** A section with text, in the performer's forum. @throws `not-found` */
  async section(manager: EntityManager, { forumId }: MandatePerformer, id: string): Promise<StoredSection> {
    const rows: StoredSection[] = await manager.query(
      `SELECT section.id, document_id AS "documentId", channel, removed_at IS NOT NULL AS "isRemoved"
         FROM section JOIN document ON document.id = document_id WHERE section.id = $1 AND forum_id = $2 AND parent_id IS NOT NULL`,
      [id, forumId],
    );
    return found(rows[0]);
  }

  /** As the performer finds it. What another centre opened is not found, and not waited for either. @throws `not-found` */
  async thread(manager: EntityManager, { forumId, actor }: MandatePerformer, id: string): Promise<StoredThread> {
    const rows: ThreadRow[] = await manager.query(
      `SELECT thread.id, section_id AS "sectionId", section.document_id AS "documentId", section.channel, thread.centre_id AS "centreId",
              state, opened_by AS "openedBy", is_detached AS "isDetached", section.removed_at IS NOT NULL AS "isSectionRemoved",
              (SELECT count(*)::integer FROM comment WHERE thread_id = thread.id) AS "commentCount",
              coalesce(coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id) = $4, false) AS "isRapporteur"
         FROM thread JOIN section ON section.id = section_id JOIN document ON document.id = section.document_id
         LEFT JOIN section chapter ON chapter.id = section.parent_id
        WHERE thread.id = $1 AND forum_id = $2 AND ${VISIBLE('$3')}`,
      [id, forumId, caucusOf(actor), actor.mandateId],
    );
    const { centreId, ...row } = found(rows[0]);
    const audience: Audience = centreId === null ? { visibility: 'forum' } : { visibility: 'centre', centreId };
    return { ...row, centreId, audience };
  }

  /** Nobody else changes the thread until the transaction ends. */
  async hold(manager: EntityManager, by: MandatePerformer, id: string): Promise<StoredThread> {
    await manager.query(`SELECT FROM thread WHERE id = $1 AND ${VISIBLE('$2')} FOR UPDATE`, [id, caucusOf(by.actor)]);
    return this.thread(manager, by, id);
  }

  /** A comment with its thread. @throws `not-found` */
  comment(manager: EntityManager, by: MandatePerformer, id: string): Promise<CommentInThread> {
    return this.withComment(manager, by, id, (threadId) => this.thread(manager, by, threadId));
  }

  holdComment(manager: EntityManager, by: MandatePerformer, id: string): Promise<CommentInThread> {
    return this.withComment(manager, by, id, (threadId) => this.hold(manager, by, threadId));
  }

  /** The thread in which this mandate wrote under a key. */
  async writtenUnder(manager: EntityManager, mandateId: string, key: string): Promise<string | null> {
    const rows: { threadId: string }[] = await manager.query('SELECT thread_id AS "threadId" FROM comment WHERE mandate_id = $1 AND key = $2', [
      mandateId,
      key,
    ]);
    return rows[0]?.threadId ?? null;
  }

  /** A new thread is open, and stands at its words. */
  async insert(manager: EntityManager, thread: NewThreadRow): Promise<void> {
    const { id, sectionId, visibility, centreId, anchor, anchorSeq, openedBy, openedAt } = thread;
    await manager.query(
      `INSERT INTO thread (id, section_id, visibility, centre_id, anchor, anchor_seq, state, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8)`,
      [id, sectionId, visibility, centreId, anchor, anchorSeq, openedBy, openedAt],
    );
  }

  /** Makes a newer view of it (TH18), also where only its comments changed. */
  async change(manager: EntityManager, id: string, change: ThreadChange): Promise<void> {
    await manager.getRepository(ThreadEntity).update({ id }, { ...change, version: () => 'version + 1' });
  }

  async attach(manager: EntityManager, id: string, anchor: Anchor, seq: number): Promise<void> {
    await manager.query('UPDATE thread SET anchor = $2, anchor_seq = $3, is_detached = false WHERE id = $1', [id, anchor, seq]);
  }

  private async withComment(
    manager: EntityManager,
    { actor }: MandatePerformer,
    id: string,
    getThread: (threadId: string) => Promise<StoredThread>,
  ): Promise<CommentInThread> {
    const known: { threadId: string }[] = await manager.query(
      `SELECT thread_id AS "threadId" FROM comment JOIN thread ON thread.id = thread_id WHERE comment.id = $1 AND ${VISIBLE('$2')}`,
      [id, caucusOf(actor)],
    );
    const thread = await getThread(found(known[0]).threadId);
    const rows: StoredComment[] = await manager.query(
      `SELECT comment.id, mandate_id AS "mandateId", centre_id AS "centreId", body, deleted_at IS NOT NULL AS "isRemoved"
         FROM comment JOIN mandate ON mandate.id = mandate_id WHERE comment.id = $1`,
      [id],
    );
    return { thread, comment: found(rows[0]) };
  }
}
