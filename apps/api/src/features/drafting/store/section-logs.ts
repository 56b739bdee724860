import { randomInt } from 'node:crypto';
import type { DatedChange } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { found } from '../../../platform/errors/problem-error.js';
import type { LogRow } from './drafting-store.js';
import { bitsOf, LARGEST_LEASE, leaseOf } from './statements.js';

/** What was written into a section lately. */
export interface Work {
  readonly id: string;
  readonly channel: number;
  readonly lastAt: Date;
  /** Since the newest revision. */
  readonly updates: number;
}

/** A row of the log, with who wrote it. */
export interface WrittenRow extends LogRow {
  readonly at: Date;
  /** null: the server, of itself. */
  readonly mandateId: string | null;
  /** The server wrote it on the command of that mandate: words that come back are no new ones. */
  readonly isCommanded: boolean;
}

/** The newest change of each section and the newest revision before it: two looks into indexes a section. */
const WORK = `
  SELECT section.id, section.channel, last.at AS "lastAt", last.seq - coalesce(kept.seq, 0) AS updates
    FROM section
   CROSS JOIN LATERAL (SELECT seq, at FROM section_update WHERE channel = section.channel AND epoch = section.epoch ORDER BY seq DESC LIMIT 1) last
    LEFT JOIN LATERAL (SELECT seq FROM revision WHERE section_id = section.id AND epoch = section.epoch ORDER BY created_at DESC, seq DESC LIMIT 1) kept ON true
   WHERE section.removed_at IS NULL AND last.at <= $1 AND last.seq - coalesce(kept.seq, 0) >= $2 AND ($3::text IS NULL OR section.id = $3)`;

// After a restore of the installation the log lives in a newer epoch than the leases it was written under (R19).
const LOG_WITH_HANDS = `
    FROM section JOIN section_update USING (channel, epoch)
    LEFT JOIN LATERAL (SELECT mandate_id, on_command_of FROM lease
      WHERE lease.section_id = section.id AND lease.lease = ${leaseOf('lease_bits')} ORDER BY epoch DESC LIMIT 1) held ON true
   WHERE section.id = $1`;
const HAND = 'coalesce(held.mandate_id, held.on_command_of)';

const WRITTEN = `
  SELECT seq, ${leaseOf('lease_bits')}::double precision AS lease, n, at, body,
         ${HAND} AS "mandateId", held.on_command_of IS NOT NULL AS "isCommanded"
  ${LOG_WITH_HANDS} AND seq <= $2 ORDER BY seq`;

const CHANGES = `SELECT seq, at, ${HAND} AS hand ${LOG_WITH_HANDS} ORDER BY seq`;

const CHANNEL = '(SELECT channel FROM section WHERE id = $1)';

const LAST_SEQ = 2_147_483_647;

/** The logs of sections for who reads how a text came about, and for what the server writes on command. */
@Injectable()
export class SectionLogs {
  constructor(private readonly clock: Clock) {}

  /** Sections in which nothing was written since `until`, and at least so much before it. */
  work(manager: EntityManager, { until, updates, sectionId }: { until: Date; updates: number; sectionId: string | null }): Promise<Work[]> {
    return manager.query(WORK, [until, updates, sectionId]);
  }

  /** The whole log of the present epoch, up to `seq` where it is given. */
  written(manager: EntityManager, sectionId: string, seq = LAST_SEQ): Promise<WrittenRow[]> {
    return manager.query(WRITTEN, [sectionId, seq]);
  }

  /** Who changed it when, without what. */
  changes(manager: EntityManager, sectionId: string): Promise<DatedChange<string | null>[]> {
    return manager.query(CHANGES, [sectionId]);
  }

  async head(manager: EntityManager, sectionId: string): Promise<{ epoch: number; seq: number }> {
    const heads: { epoch: number; seq: number }[] = await manager.query(
      'SELECT epoch, coalesce((SELECT max(seq) FROM section_update WHERE channel = section.channel AND epoch = section.epoch), 0) AS seq FROM section WHERE id = $1',
      [sectionId],
    );
    return found(heads[0]);
  }

  /** A client id for what the server writes on somebody's command. The transaction holds the section's lock for itself. */
  async leaseOnCommand(manager: EntityManager, { sectionId, epoch }: { sectionId: string; epoch: number }, mandateId: string): Promise<number> {
    const lease = randomInt(1, LARGEST_LEASE);
    await manager.query('INSERT INTO lease (section_id, epoch, lease, on_command_of, granted_at) VALUES ($1, $2, $3, $4, $5)', [
      sectionId,
      epoch,
      lease,
      mandateId,
      this.clock.now(),
    ]);
    return lease;
  }

  /** The only row of its lease. The transaction holds the section's lock for itself. */
  async append(manager: EntityManager, row: { sectionId: string; epoch: number; seq: number; lease: number; body: Uint8Array }): Promise<void> {
    await manager.query(`INSERT INTO section_update (channel, epoch, seq, lease_bits, n, at, body) VALUES (${CHANNEL}, $2, $3, $4, 1, $5, $6)`, [
      row.sectionId,
      row.epoch,
      row.seq,
      bitsOf(row.lease),
      this.clock.now(),
      Buffer.from(row.body),
    ]);
  }
}
