import type { InboxCount, InboxPage, NoticeView } from '@expert-forum/contracts';
import { ASKING_KINDS, LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { NameSections } from './name-sections.js';
import { readPlace, toNoticeView } from './notice.presenter.js';
import { NOTICE_COLUMNS, SHOWN, shownTo, type NoticeRow } from './shown-notices.js';

const { pageRows: PAGE } = LIMITS.http;

/** What a mandate has been told, with the authority of this moment. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sections: NameSections,
  ) {}

  /** The newest first, from the one after `after` on. */
  async page(by: MandatePerformer, after?: string): Promise<InboxPage> {
    const { at, place } = after === undefined ? { at: null, place: null } : readPlace(after);
    const rows: NoticeRow[] = await this.dataSource.query(
      `SELECT ${NOTICE_COLUMNS} FROM ${SHOWN} AND ($5::timestamptz IS NULL OR (notice.at, notice.place) < ($5, $6::bigint))
        ORDER BY notice.at DESC, notice.place DESC LIMIT $7`,
      [...shownTo(by, this.clock.now()), at, place, PAGE + 1],
    );
    const notices = await this.views(by, rows.slice(0, PAGE));
    return { notices, ...(await this.count(by)), next: rows.length > PAGE ? (notices.at(-1)?.place ?? null) : null };
  }

  async count(by: MandatePerformer): Promise<InboxCount> {
    const rows: InboxCount[] = await this.dataSource.query(`SELECT count(*)::integer AS unread FROM ${SHOWN} AND notice.read_at IS NULL`, shownTo(by, this.clock.now()));
    return { unread: rows[0]?.unread ?? 0 };
  }

  /** Unread ones of which somebody waits for a word, the newest first. */
  async asking(by: MandatePerformer): Promise<NoticeView[]> {
    const rows: NoticeRow[] = await this.dataSource.query(
      `SELECT ${NOTICE_COLUMNS} FROM ${SHOWN} AND notice.read_at IS NULL AND notice.kind = ANY($5) ORDER BY notice.at DESC, notice.place DESC LIMIT $6`,
      [...shownTo(by, this.clock.now()), ASKING_KINDS, PAGE],
    );
    return this.views(by, rows);
  }

  private async views({ forumId }: MandatePerformer, rows: readonly NoticeRow[]): Promise<NoticeView[]> {
    const names = await this.sections.of(forumId, rows.flatMap(({ documentId }) => documentId ?? []));
    return rows.map((row) => toNoticeView(row, names));
  }
}
