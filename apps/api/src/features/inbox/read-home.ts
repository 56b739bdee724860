import type { HomeItemView, HomeView, SectionView } from '@expert-forum/contracts';
import { arrangeHome, caucusOf, LIMITS, waitingFor, type HomeFact } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { ReadSessions } from '../sessions/read-sessions.js';
import { VISIBLE } from '../threads/visible-threads.js';
import { nameOf, NameSections } from './name-sections.js';
import { ReadInbox } from './read-inbox.js';

type Item = HomeFact & { readonly view: HomeItemView };

interface OpenThreads {
  readonly sectionId: string;
  readonly count: number;
  readonly since: Date;
}

const NOTHING = { session: null, notice: null, section: null, openThreads: 0 };

/** What waits for a mandate: gathered from the features that know it, in the order in which it presses. */
@Injectable()
export class ReadHome {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly inbox: ReadInbox,
    private readonly sections: NameSections,
    private readonly sessions: ReadSessions,
  ) {}

  async read(by: MandatePerformer): Promise<HomeView> {
    const items = [...(await this.sessionItems(by)), ...(await this.noticeItems(by)), ...(await this.sectionItems(by))];
    return { items: arrangeHome(items, this.clock.now()).slice(0, LIMITS.http.pageRows).map(({ view }) => view) };
  }

  private async sessionItems({ forumId }: MandatePerformer): Promise<Item[]> {
    const sessions = await this.sessions.list(forumId);
    return sessions
      .filter(({ state }) => state !== 'closed')
      .map((session) => ({
        kind: 'session',
        state: session.state,
        at: new Date(session.startsAt),
        view: { ...NOTHING, kind: 'session', at: session.startsAt, session },
      }));
  }

  private async noticeItems(by: MandatePerformer): Promise<Item[]> {
    const notices = await this.inbox.asking(by);
    return notices.map((notice) => ({ kind: 'notice', at: new Date(notice.at), view: { ...NOTHING, kind: 'notice', at: notice.at, notice } }));
  }

  private async sectionItems(by: MandatePerformer): Promise<Item[]> {
    const threads = await this.openThreads(by);
    const sections = await this.sections.all(by.forumId);
    return sections.flatMap((section) => sectionItem(by, section, threads.get(section.id)) ?? []);
  }

  /** Of those that the mandate may read, by section. */
  private async openThreads({ forumId, actor }: MandatePerformer): Promise<Map<string, OpenThreads>> {
    const rows: OpenThreads[] = await this.dataSource.query(
      `SELECT section_id AS "sectionId", count(*)::integer AS count, min(opened_at) AS since
         FROM thread JOIN section ON section.id = section_id JOIN document ON document.id = document_id
        WHERE forum_id = $1 AND ${VISIBLE('$2')} AND state <> 'resolved' GROUP BY section_id`,
      [forumId, caucusOf(actor)],
    );
    return new Map(rows.map((row) => [row.sectionId, row]));
  }
}

function sectionItem({ actor }: MandatePerformer, section: SectionView, threads: OpenThreads | undefined): Item | null {
  const openThreads = threads?.count ?? 0;
  const isDrafter = section.drafters.some(({ mandateId }) => mandateId === actor.mandateId);
  const kind = waitingFor(actor, { phase: section.phase, isDrafter, isRapporteur: section.rapporteur?.mandateId === actor.mandateId, openThreads });
  if (kind === null) return null;
  const at = kind === 'threads' && threads !== undefined ? threads.since : new Date(section.phaseChangedAt);
  return { kind, at, view: { ...NOTHING, kind, at: at.toISOString(), section: nameOf(section), openThreads } };
}
