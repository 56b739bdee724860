import type { ObjectionCallView } from '@expert-forum/contracts';
import { callEnd, isOnTable, mayObject } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { demand, found } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer, Performer } from '../../platform/ledger/performer.js';
import { DecidedPhases } from '../documents/decided-phases.js';
import { Revisions } from '../revisions/revisions.js';
import { toCallView } from './find-calls.js';
import { lockSession } from './lock-session.js';
import { ObjectionCallEntity } from './objection-call.entity.js';
import { sectionFacts } from './sections-of-items.js';
import { SessionTable } from './session-table.js';

/** "Any objection?" and the answer. */
@Injectable()
export class Objections {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly phases: DecidedPhases,
    private readonly revisions: Revisions,
    private readonly table: SessionTable,
  ) {}

  /** Asks about the text as it is now; ten seconds from now it is unopposed, whatever becomes of this process. */
  openCall(by: Performer, itemId: string, sectionId: string): Promise<ObjectionCallView> {
    return this.commands.run(by, [], async (manager) => {
      const { session, item } = await this.table.lockItemAsChair(manager, by, itemId);
      const section = await this.phases.section(manager, by.forumId, sectionId);
      demand(isOnTable({ session: session.state, item: item.state, hasSection: await this.table.hasSection(manager, item, sectionId), section: sectionFacts(section) }));
      const openedAt = this.clock.now();
      await this.table.demandNoRunningCall(manager, session.id, openedAt);
      const place = { sessionId: session.id, itemId: item.id, sectionId, openedAt, closesAt: callEnd(openedAt) };
      const call = await this.table.keepCall(manager, place, await this.revisions.textAtHead(manager, sectionId));
      const object = { session: session.id, item: item.id, document: section.documentId, section: sectionId, call: call.id };
      const payload = { seq: call.seq, hash: call.hash, closesAt: call.closesAt.toISOString() };
      return { value: await toCallView(manager, call), entry: { verb: 'call:opened', object, payload } };
    });
  }

  /** For the centre. Stops the call at once, on every screen. */
  object(by: MandatePerformer, callId: string): Promise<void> {
    return this.commands.run(by, [], async (manager) => {
      const calls = manager.getRepository(ObjectionCallEntity);
      const { sessionId, itemId, sectionId } = found(await calls.findOneBy({ id: callId }));
      await lockSession(manager, by, sessionId);
      const stoppedAt = this.clock.now();
      demand(mayObject(by.actor.role, found(await calls.findOneBy({ id: callId })), stoppedAt));
      const centre = found(by.actor.centreId);
      await calls.update({ id: callId }, { stoppedAt, objectingCentreId: centre });
      const object = { session: sessionId, item: itemId, section: sectionId, call: callId, centre };
      return { value: undefined, entry: { verb: 'call:stopped', object, payload: { at: stoppedAt.toISOString() } } };
    });
  }
}
