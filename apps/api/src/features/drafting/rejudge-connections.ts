import { CLOSE_CODES } from '@expert-forum/contracts';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Announcer } from '../../platform/announcer/announcer.js';
import { ConnectionStanding } from '../../platform/auth/connection-standing.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { Poll } from '../../platform/poll.js';
import { closeConnection } from '../../platform/realtime/close-connection.js';
import { DraftingService } from './drafting.service.js';
import { PEOPLE } from './tell-connections.js';

const POLL_MS = 500;

/**
 * Ends the connections of this node whose login, member or mandate no longer stands. Doorbells and announcements make it
 * quick; the poll makes it certain within a second.
 */
@Injectable()
export class RejudgeConnections implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly poll = new Poll(POLL_MS, () => this.judge());

  constructor(
    private readonly drafting: DraftingService,
    private readonly standing: ConnectionStanding,
    announcer: Announcer,
    doorbell: Doorbell,
  ) {
    announcer.subscribe(({ verb }) => (PEOPLE.test(verb) ? this.judge() : undefined));
    doorbell.onRing('rights', () => this.judge());
  }

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.poll.stop();
  }

  /** One question for all of them. */
  private async judge(): Promise<void> {
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
}
