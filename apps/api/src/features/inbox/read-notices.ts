import type { InboxCount, InboxReading } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { readPlace } from './notice.presenter.js';
import { ReadInbox } from './read-inbox.js';
import { TellMandates } from './tell-mandates.js';

/** Notices are read once, by the mandate that they are for; what is another's, or unknown, is left alone without a word. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly inbox: ReadInbox,
    private readonly mandates: TellMandates,
  ) {}

  async read(by: MandatePerformer, reading: InboxReading): Promise<InboxCount> {
    const which = whichOf(reading);
    const hasRead = await this.commands.transient(by, 'inbox:read', (manager) => this.mark(manager, by, which));
    if (hasRead) await this.mandates.changed(by.actor.mandateId);
    return this.inbox.count(by);
  }

  private async mark(manager: EntityManager, { actor }: MandatePerformer, { condition, values }: Which): Promise<boolean> {
    const marked: [unknown[], number] = await manager.query(`UPDATE notice SET read_at = $2 WHERE mandate_id = $1 AND read_at IS NULL AND ${condition}`, [
      actor.mandateId,
      this.clock.now(),
      ...values,
    ]);
    return marked[1] > 0;
  }
}

interface Which {
  readonly condition: string;
  readonly values: readonly unknown[];
}

/** @throws `input-invalid` unless it is said in exactly one way */
function whichOf({ ids, upTo, threadId }: InboxReading): Which {
  const ways: Which[] = [];
  if (ids !== undefined) ways.push({ condition: 'id = ANY($3)', values: [ids] });
  if (threadId !== undefined) ways.push({ condition: 'thread_id = $3', values: [threadId] });
  if (upTo !== undefined) {
    const { at, place } = readPlace(upTo);
    ways.push({ condition: '(at, place) <= ($3, $4::bigint)', values: [at, place] });
  }
  const [way] = ways;
  if (way === undefined || ways.length > 1) throw new ProblemException('input-invalid', { errors: [{ pointer: '', code: 'oneOf' }] });
  return way;
}
