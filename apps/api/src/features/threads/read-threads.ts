import type { FormerWordingView, ThreadsPage, ThreadView } from '@expert-forum/contracts';
import { canReadThread, canReadTrace, caucusOf, LIMITS, type Actor } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { demand, found, ProblemException } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { THREAD_COLUMNS, toThreadView, type ThreadRow } from './thread.presenter.js';
import { ThreadsRepository } from './threads.repository.js';

const { pageRows: PAGE } = LIMITS.http;

/** Threads as one actor may see them: of what belongs to another centre there is neither a row nor a number. */
@Injectable()
export class ReadThreads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ThreadsRepository,
  ) {}

  /** Those of a section, from the one after `after` on. */
  async page(by: MandatePerformer, sectionId: string, after?: string): Promise<ThreadsPage> {
    const section = await this.repository.section(this.dataSource.manager, by, sectionId);
    if (section.isRemoved) throw new ProblemException('not-found');
    const rows: ThreadRow[] = await this.dataSource.query(
      `WITH visible AS (SELECT * FROM thread WHERE section_id = $1 AND (centre_id IS NULL OR centre_id = $2))
       SELECT ${THREAD_COLUMNS} FROM visible AS thread
        WHERE $3::uuid IS NULL OR (opened_at, thread.id) > (SELECT opened_at, id FROM visible WHERE id = $3)
        ORDER BY opened_at, thread.id LIMIT $4`,
      [sectionId, caucusOf(by.actor), after ?? null, PAGE + 1],
    );
    const threads = rows.slice(0, PAGE).map(toThreadView);
    return { threads, next: rows.length > PAGE ? (threads.at(-1)?.id ?? null) : null };
  }

  /** @throws `not-found` also for one that is another centre's */
  async view({ actor }: MandatePerformer, id: string): Promise<ThreadView> {
    const thread = found(await this.find(id));
    demand(canReadThread(actor, { audience: audienceOf(thread) }));
    return thread;
  }

  /** Whoever it is for; the caller asks `isFor`. */
  async find(id: string): Promise<ThreadView | null> {
    const rows: ThreadRow[] = await this.dataSource.query(`SELECT ${THREAD_COLUMNS} FROM thread WHERE id = $1`, [id]);
    const [row] = rows;
    return row === undefined ? null : toThreadView(row);
  }

  async trace(by: MandatePerformer, commentId: string): Promise<FormerWordingView[]> {
    const { thread, comment } = await this.repository.comment(this.dataSource.manager, by, commentId);
    demand(canReadTrace(by.actor, thread, comment));
    const rows: { at: Date; body: string }[] = await this.dataSource.query('SELECT at, body FROM comment_trace WHERE comment_id = $1 ORDER BY number', [
      commentId,
    ]);
    return rows.map(({ at, body }) => ({ at: at.toISOString(), body }));
  }
}

export const isFor = (actor: Actor, thread: ThreadView): boolean => canReadThread(actor, { audience: audienceOf(thread) }).ok;

const audienceOf = ({ centreId }: ThreadView): Parameters<typeof canReadThread>[1]['audience'] =>
  centreId === null ? { visibility: 'forum' } : { visibility: 'centre', centreId };
