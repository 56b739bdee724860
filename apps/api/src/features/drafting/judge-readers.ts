import type { JoinedSection } from '@expert-forum/contracts';
import { refused } from '@expert-forum/domain';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { KeyedRuns } from '../../platform/keyed-runs.js';
import { Poll } from '../../platform/poll.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from './drafting.service.js';
import { DraftingStore, type SectionView } from './store/drafting-store.js';

/** Verbs after which somebody may type who could not, or the other way round; each is about a section. */
export const RIGHTS = [
  'phase:changed',
  'decision:recorded',
  'decision:corrected',
  'drafter:named',
  'drafter:removed',
  'rapporteur:set',
  'section:moved',
  'section:removed',
];

const POLL_MS = 500;

type Standing = Pick<JoinedSection, 'epoch' | 'phase' | 'phaseChangedAt' | 'mayWrite'>;

/**
 * Tells everybody in a section what it has come to, and each one their own right to type, as they are after the act. One
 * question at a time about each reader: an answer that took long must not be told after a newer one.
 *
 * Where the database does not answer, it is asked again until it does. Text is sent on meanwhile: nobody can write what
 * could not be judged, whoever may not read at all is closed by `RejudgeConnections`, and to stop would take the text from
 * everybody whenever the database is away for a moment.
 */
@Injectable()
export class JudgeReaders implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JudgeReaders.name);
  private readonly judging = new KeyedRuns((key) => this.tryToJudge(key));
  private readonly unanswered = new Set<string>();
  private readonly poll = new Poll(POLL_MS, () => this.askAgain());
  /** What each reader was told last, by section. */
  private readonly told = new WeakMap<ForumSocket, Map<string, string>>();

  constructor(
    private readonly drafting: DraftingService,
    private readonly store: DraftingStore,
    announcer: Announcer,
  ) {
    announcer.subscribe((announcement) => this.judge(announcement));
  }

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.poll.stop();
  }

  /**
   * Looks again for somebody who has just joined. What was announced while they did was told to those who were in the section by
   * then, and the answer to a join says what was true before.
   */
  judgeNewcomer(socket: ForumSocket, sectionId: string, joined: Standing): Promise<void> {
    this.isNews(socket, sectionId, joined);
    return this.judging.run(`${socket.id} ${sectionId}`);
  }

  private async judge({ verb, object: { section: changed } }: Announcement): Promise<void> {
    if (changed === undefined || !RIGHTS.includes(verb)) return;
    // The rapporteur of a chapter is that of its sections.
    const isForAll = verb === 'rapporteur:set';
    for (const { socket, sections } of this.drafting.connections()) {
      for (const id of sections.keys()) if (isForAll || id === changed) await this.judging.run(`${socket.id} ${id}`);
    }
  }

  private async askAgain(): Promise<void> {
    for (const key of [...this.unanswered]) await this.judging.run(key);
  }

  private async tryToJudge(key: string): Promise<void> {
    try {
      await this.judgeReader(key);
      this.unanswered.delete(key);
    } catch (error) {
      if (!this.unanswered.has(key)) this.logger.warn(error);
      this.unanswered.add(key);
    }
  }

  private async judgeReader(key: string): Promise<void> {
    const [connectionId = '', sectionId = ''] = key.split(' ');
    const socket = this.drafting.reader(connectionId, sectionId);
    if (socket === null) return;
    const { forumId, loginId, actor, ordinal } = socket.data.identity;
    const view = await this.store.view(sectionId, forumId, { loginId, mandateId: actor.mandateId, connectionId, ordinal });
    this.tell(socket, sectionId, view);
  }

  private tell(socket: ForumSocket, sectionId: string, view: SectionView | null): void {
    if (view === null) {
      socket.emit('rights:changed', { sectionId, mayWrite: refused('section-removed') });
      return this.drafting.leave(socket, sectionId);
    }
    const { mayWrite, head } = view;
    const { epoch, phase } = head;
    const phaseChangedAt = head.phaseChangedAt.toISOString();
    if (!this.isNews(socket, sectionId, { epoch, phase, phaseChangedAt, mayWrite })) return;
    socket.emit('section:changed', { section: { id: sectionId, phase, phaseChangedAt, epoch } });
    socket.emit('rights:changed', { sectionId, mayWrite });
  }

  /** Is this something else than the reader was told last? From now on it is what they were told. */
  private isNews(socket: ForumSocket, sectionId: string, { epoch, phase, phaseChangedAt, mayWrite }: Standing): boolean {
    const known = this.told.get(socket) ?? new Map<string, string>();
    const standing = JSON.stringify([epoch, phase, phaseChangedAt, mayWrite]);
    const isNews = known.get(sectionId) !== standing;
    this.told.set(socket, known.set(sectionId, standing));
    return isNews;
  }
}
