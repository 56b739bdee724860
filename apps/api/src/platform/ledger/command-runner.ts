import { randomBytes } from 'node:crypto';
import { isInForce, type TransientCommand } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Announcer } from '../announcer/announcer.js';
import { Clock } from '../clock/clock.js';
import { takeLocks, type Lock } from '../database/locks.js';
import { ProblemException } from '../errors/problem-error.js';
import { Consequences, type Cause } from './consequences.js';
import { FIRST_PREV, hashPayload, hashRow, type LedgerActor, type LedgerRow } from './ledger-chain.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { MandatePerformer, Performer } from './performer.js';

export type { LedgerEntry } from './ledger-entry.js';

export interface Outcome<T> {
  readonly value: T;
  readonly entry: LedgerEntry;
}

interface AuthorityRow {
  loginEndedAt: Date | null;
  suspendedAt: Date | null;
  startsAt: Date;
  endsAt: Date | null;
  withdrawnAt: Date | null;
}

/**
 * The one way in which a command changes state: locks, authority read after them, the change and what follows from it, one row
 * of the ledger as the last statement, COMMIT, and only then the announcement.
 */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly announcer: Announcer,
    private readonly consequences: Consequences,
  ) {}

  /** The same by another clock: for a history that is told after it happened. */
  withClock(clock: Clock): CommandRunner {
    return new CommandRunner(this.dataSource, clock, this.announcer, this.consequences);
  }

  async run<T>(by: Performer, locks: readonly Lock[], work: (manager: EntityManager) => Promise<Outcome<T>>): Promise<T> {
    const value = await this.dataSource.transaction(async (manager) => {
      await takeLocks(manager, [...ownLocks(by), ...locks]);
      if (by.kind === 'mandate') await this.demandAuthority(manager, by);
      const outcome = await work(manager);
      await this.append(manager, { by, entry: outcome.entry, at: this.clock.now() });
      return outcome.value;
    });
    await this.announcer.wake();
    return value;
  }

  /** A command that leaves no row in the ledger, named so that the domain has to list it; its authority is read all the same. */
  transient<T>(by: Performer, _command: TransientCommand, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await takeLocks(manager, ownLocks(by));
      if (by.kind === 'mandate') await this.demandAuthority(manager, by);
      return work(manager);
    });
  }

  /** What has to be known to say which locks a command takes; it is read again under them. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.dataSource.manager);
  }

  private async demandAuthority(manager: EntityManager, { loginId, actor }: MandatePerformer): Promise<void> {
    const rows: AuthorityRow[] = await manager.query(
      `SELECT login.ended_at AS "loginEndedAt", member.suspended_at AS "suspendedAt", mandate.starts_at AS "startsAt",
              mandate.ends_at AS "endsAt", mandate.withdrawn_at AS "withdrawnAt"
         FROM login JOIN member ON member.id = login.member_id JOIN mandate ON mandate.member_id = member.id
        WHERE login.id = $1 AND mandate.id = $2`,
      [loginId, actor.mandateId],
    );
    const [row] = rows;
    if (row === undefined || row.loginEndedAt !== null || row.suspendedAt !== null) throw new ProblemException('login-required');
    if (!isInForce(row, this.clock.now())) throw new ProblemException('mandate-not-held');
  }

  private async append(manager: EntityManager, cause: Cause): Promise<void> {
    const { by, entry } = cause;
    const writeConsequences = await this.consequences.prepare(manager, cause);
    await takeLocks(manager, [{ of: 'ledger', key: by.forumId, mode: 'exclusive' }]);
    const heads: { seq: number; hash: Buffer }[] = await manager.query(
      'SELECT seq, hash FROM ledger WHERE forum_id = $1 ORDER BY seq DESC LIMIT 1',
      [by.forumId],
    );
    const head = heads[0] ?? { seq: 0, hash: FIRST_PREV };
    const salt = randomBytes(32);
    const row: LedgerRow = {
      forumId: by.forumId,
      seq: head.seq + 1,
      at: this.clock.now(),
      actor: ledgerActor(by),
      verb: entry.verb,
      object: entry.object,
      centreId: entry.centreId ?? null,
      payloadHash: hashPayload(salt, entry.payload),
    };
    await writeConsequences(row.seq);
    await manager.query(
      `WITH row AS (
         INSERT INTO ledger (forum_id, seq, at, actor, verb, object, centre_id, payload_hash, prev, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING forum_id, seq)
       INSERT INTO ledger_payload (forum_id, seq, salt, payload) SELECT forum_id, seq, $11, $12 FROM row`,
      [row.forumId, row.seq, row.at, row.actor, row.verb, row.object, row.centreId, row.payloadHash, head.hash, hashRow(head.hash, row), salt, entry.payload],
    );
  }
}

const ownLocks = (by: Performer): Lock[] =>
  by.kind === 'installation'
    ? []
    : [
        { of: 'login', key: by.loginId, mode: 'shared' },
        { of: 'mandate', key: by.actor.mandateId, mode: 'shared' },
      ];

const ledgerActor = (by: Performer): LedgerActor =>
  by.kind === 'installation'
    ? { kind: 'installation' }
    : { kind: 'mandate', memberId: by.actor.memberId, mandateId: by.actor.mandateId, role: by.actor.role, centreId: by.actor.centreId };
