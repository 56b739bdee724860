import { CLOSE_CODES } from '@expert-forum/contracts';
import { refused } from '@expert-forum/domain';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Announcer, type Announcement } from '../../platform/announcer/announcer.js';
import { ConnectionStanding } from '../../platform/auth/connection-standing.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { closeConnection } from '../../platform/realtime/close-connection.js';
import type { ForumSocket } from '../../platform/realtime/forum-io-adapter.js';
import { DraftingService } from './drafting.service.js';
import { DraftingStore } from './store/drafting-store.js';

const POLL_MS = 500;
const RIGHTS = ['phase:changed', 'decision:recorded', 'decision:corrected', 'drafter:named', 'drafter:removed', 'rapporteur:set', 'section:moved', 'section:removed', 'mandate:withdrawn', 'mandate:limited'];
const OUTLINE = [...RIGHTS, 'document:created', 'section:added', 'section:renamed', 'publication:sealed'];
const PEOPLE = /^(centre|member|mandate):/;

/**
 * What was announced, told to the connections of this node, and the question asked again who they are and what they may.
 * Doorbells make it quick; the poll makes it certain within a second.
 */
@Injectable()
export class RejudgeConnections implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> = Promise.resolve();

  constructor(
    private readonly drafting: DraftingService,
    private readonly store: DraftingStore,
    private readonly standing: ConnectionStanding,
    announcer: Announcer,
    doorbell: Doorbell,
  ) {
    announcer.subscribe((announcement) => this.tell(announcement));
    doorbell.onRing('rights', () => this.judgeIdentities());
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.polling = this.poll().catch(() => undefined);
    }, POLL_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.polling;
  }

  private async poll(): Promise<void> {
    await this.judgeIdentities();
    const told = this.drafting.engine.told();
    if (told.size === 0) return;
    const heads = await this.store.heads([...told.keys()]);
    const behind = [...told].filter(([channel, { epoch, seq }]) => {
      const head = heads.get(channel);
      return head !== undefined && (head.epoch !== epoch || head.seq > seq);
    });
    await this.drafting.engine.catchUp(behind.map(([channel]) => channel));
  }

  private async tell({ forumId, verb, object }: Announcement): Promise<void> {
    const { document, section } = object;
    if (PEOPLE.test(verb)) await this.judgeIdentities();
    if (section !== undefined && RIGHTS.includes(verb)) await this.judgeSection(section, verb === 'rapporteur:set');
    for (const { socket } of this.drafting.connections()) {
      if (socket.data.identity.forumId !== forumId) continue;
      if (document !== undefined && OUTLINE.includes(verb)) socket.emit('outline:changed', { documentId: document });
      if (PEOPLE.test(verb)) socket.emit('people:changed', {});
    }
  }

  /** Ends the connections whose login, member or mandate no longer stands: one question for all of them. */
  private async judgeIdentities(): Promise<void> {
    const sockets = this.drafting.connections().map(({ socket }) => socket);
    const verdicts = await this.standing.judge(
      sockets.map(({ data: { identity, activeAt } }) => ({ loginId: identity.loginId, mandateId: identity.actor.mandateId, activeAt })),
    );
    for (const [index, verdict] of verdicts.entries()) {
      const socket = sockets[index];
      if (socket === undefined || verdict.ok) continue;
      closeConnection(socket, verdict.problem === 'login-required' ? CLOSE_CODES.login : CLOSE_CODES.revoked, verdict.problem);
    }
  }

  /** Tells everybody in the section its phase, and each one's own right to type. A chapter's rapporteur is its sections'. */
  private async judgeSection(sectionId: string, isForChapter: boolean): Promise<void> {
    for (const { socket, sections } of this.drafting.connections()) {
      for (const [id] of isForChapter ? sections : [...sections].filter(([each]) => each === sectionId)) await this.judgeReader(socket, id);
    }
  }

  private async judgeReader(socket: ForumSocket, sectionId: string): Promise<void> {
    const { identity } = socket.data;
    const reader = { loginId: identity.loginId, mandateId: identity.actor.mandateId, connectionId: socket.id };
    const view = await this.store.view(sectionId, identity.forumId, reader);
    if (view === null) {
      socket.emit('rights:changed', { sectionId, mayWrite: refused('section-removed') });
      return this.drafting.leave(socket, sectionId);
    }
    const { phase, phaseChangedAt, epoch } = view.head;
    socket.emit('section:changed', { section: { id: sectionId, phase, phaseChangedAt: phaseChangedAt.toISOString(), epoch } });
    socket.emit('rights:changed', { sectionId, mayWrite: view.mayWrite });
  }
}
