import { randomUUID } from 'node:crypto';
import { mayAskForFloor } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { demand, ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { lockAsChair, lockSession } from './lock-session.js';
import { SessionRooms } from './session-rooms.js';

/** Who asks to speak, and who may. Nothing of it is kept: not in the ledger, and not at all once the session is closed. */
@Injectable()
export class Floor {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly rooms: SessionRooms,
  ) {}

  /** Asking twice is asking once. */
  async ask(by: MandatePerformer, sessionId: string): Promise<{ id: string }> {
    const { mandateId, role } = by.actor;
    const request = await this.commands.transient(by, 'floor:ask', async (manager) => {
      const { state } = await lockSession(manager, by, sessionId);
      demand(mayAskForFloor(role, state));
      const requests: { id: string }[] = await manager.query(
        `INSERT INTO floor_request (id, session_id, mandate_id, asked_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (session_id, mandate_id) DO UPDATE SET mandate_id = excluded.mandate_id RETURNING id`,
        [randomUUID(), sessionId, mandateId, this.clock.now()],
      );
      return { id: requests[0]?.id ?? '' };
    });
    await this.rooms.changed(sessionId);
    return request;
  }

  /** Also of whoever has spoken. */
  async withdraw(by: MandatePerformer, sessionId: string): Promise<void> {
    await this.commands.transient(by, 'floor:withdraw', async (manager) => {
      await lockSession(manager, by, sessionId);
      await manager.query('DELETE FROM floor_request WHERE session_id = $1 AND mandate_id = $2', [sessionId, by.actor.mandateId]);
    });
    await this.rooms.changed(sessionId);
  }

  /** To one at a time: whoever had it has spoken. */
  async give(by: MandatePerformer, sessionId: string, requestId: string): Promise<void> {
    await this.commands.transient(by, 'floor:give', async (manager) => {
      const { state } = await lockAsChair(manager, by, sessionId);
      if (state !== 'open') throw new ProblemException('session-state-unfit', { params: { state, act: 'give-floor' } });
      const given: [unknown[], number] = await manager.query('UPDATE floor_request SET given_at = $3 WHERE id = $1 AND session_id = $2', [
        requestId,
        sessionId,
        this.clock.now(),
      ]);
      if (given[1] === 0) throw new ProblemException('not-found');
      await manager.query('DELETE FROM floor_request WHERE session_id = $1 AND given_at IS NOT NULL AND id <> $2', [sessionId, requestId]);
    });
    await this.rooms.changed(sessionId);
  }
}
