import { setImmediate } from 'node:timers/promises';
import { AuthorTrace } from '@expert-forum/collab';
import type { AuthorshipView, SectionHistoryView } from '@expert-forum/contracts';
import { LIMITS, stopsOf } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { SectionLogs, type WrittenRow } from '../drafting/store/section-logs.js';
import { presentAuthorship } from './authorship.presenter.js';
import { HistoryAccess } from './history-access.js';
import { findWriters } from './writers.js';

/** So many rows are replayed before others get their turn. */
const ROWS_AT_ONCE = 100;

/** How a text came about, moment by moment (HI7, HI12): read from the log, for whoever may. */
@Injectable()
export class ReadHistory {
  /** A log does not change: what was read of it up to a seq stays true. The last few are kept, the newest last. */
  private readonly known = new Map<string, Promise<AuthorshipView>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly access: HistoryAccess,
    private readonly logs: SectionLogs,
  ) {}

  async timeline(by: MandatePerformer, sectionId: string): Promise<SectionHistoryView> {
    await this.access.demandHistory(by, sectionId);
    const { manager } = this.dataSource;
    const { epoch } = await this.logs.head(manager, sectionId);
    const stops = stopsOf(await this.logs.changes(manager, sectionId));
    const writers = await findWriters(manager, stops.flatMap(({ hands }) => hands));
    return {
      epoch,
      writers: writers.views,
      stops: stops.map(({ seq, startedAt, endedAt, changes, hands }) => ({
        seq,
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        changes,
        writers: hands.map((hand) => writers.placeOf(hand)).filter((place) => place !== null),
      })),
    };
  }

  async authorship(by: MandatePerformer, sectionId: string, at?: number): Promise<AuthorshipView> {
    await this.access.demandHistory(by, sectionId);
    const { epoch, seq: last } = await this.logs.head(this.dataSource.manager, sectionId);
    const seq = at ?? last;
    if (seq > last) throw new ProblemException('not-found');
    return this.remember(`${sectionId} ${epoch} ${seq}`, () => this.read(sectionId, epoch, seq));
  }

  private remember(key: string, read: () => Promise<AuthorshipView>): Promise<AuthorshipView> {
    const view = this.known.get(key) ?? read();
    this.known.delete(key);
    this.known.set(key, view);
    view.catch(() => this.known.delete(key));
    for (const oldest of [...this.known.keys()].slice(0, -LIMITS.history.texts)) this.known.delete(oldest);
    return view;
  }

  private async read(sectionId: string, epoch: number, seq: number): Promise<AuthorshipView> {
    const rows = await this.logs.written(this.dataSource.manager, sectionId, seq);
    const blocks = (await replay(rows)).blocks();
    const writers = await findWriters(this.dataSource.manager, rows.map(({ mandateId }) => mandateId));
    return presentAuthorship({ epoch, seq, at: found(rows.at(-1)).at, rows, blocks, writers });
  }
}

async function replay(rows: readonly WrittenRow[]): Promise<AuthorTrace> {
  const trace = new AuthorTrace();
  for (const [index, { seq, lease, body, mandateId, isCommanded }] of rows.entries()) {
    trace.apply({ seq, lease, body, hand: mandateId, isRestore: isCommanded });
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
  }
  return trace;
}
