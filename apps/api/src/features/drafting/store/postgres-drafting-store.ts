import { randomInt } from 'node:crypto';
import { isInForce, mayType, refused, type Role, type Verdict } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.js';
import { takeLocks } from '../../../platform/database/locks.js';
import {
  CommitFailed,
  DraftingStore,
  type DraftingTransaction,
  type HeldLease,
  type LogRow,
  type SectionHead,
  type SectionView,
  type Writer,
  type WriteScope,
} from './drafting-store.js';

const HEAD = `
  SELECT section.id, section.channel, section.epoch, section.schema, section.phase, section.phase_changed_at AS "phaseChangedAt",
         coalesce((SELECT max(seq) FROM section_update WHERE section_id = section.id AND epoch = section.epoch), 0) AS seq
    FROM section`;
const ROW = `SELECT seq, lease::double precision AS lease, n, body FROM section_update`;
const LARGEST_LEASE = 0xffff_ffff;

interface RightsRow {
  readonly role: Role;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly isDrafter: boolean;
  readonly isRapporteur: boolean;
}

@Injectable()
export class PostgresDraftingStore extends DraftingStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async write<T>({ channels, writers }: WriteScope, work: (transaction: DraftingTransaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await takeLocks(runner.manager, [
        ...unique(writers.map(({ loginId }) => loginId)).map((key) => ({ of: 'login', key, mode: 'shared' }) as const),
        ...unique(writers.map(({ mandateId }) => mandateId)).map((key) => ({ of: 'mandate', key, mode: 'shared' }) as const),
        ...unique(channels).map((key) => ({ of: 'section', key, mode: 'exclusive' }) as const),
      ]);
      const heads: SectionHead[] = await runner.query(`${HEAD} WHERE channel = ANY($1) AND removed_at IS NULL`, [channels]);
      const transaction = new PostgresTransaction(runner.manager, this.clock, new Map(heads.map((head) => [head.channel, head])));
      const value = await work(transaction);
      await runner.commitTransaction();
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw new CommitFailed('the outcome of a write is not known', { cause: error });
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  async view(sectionId: string, forumId: string, reader: Writer): Promise<SectionView | null> {
    const heads: SectionHead[] = await this.dataSource.query(
      `${HEAD} JOIN document ON document.id = document_id WHERE section.id = $1 AND forum_id = $2 AND parent_id IS NOT NULL AND removed_at IS NULL`,
      [sectionId, forumId],
    );
    const [head] = heads;
    return head === undefined ? null : { head, mayWrite: await judgeWriter(this.dataSource.manager, this.clock, head, reader) };
  }

  async head(channel: number): Promise<SectionHead | null> {
    const heads: SectionHead[] = await this.dataSource.query(`${HEAD} WHERE channel = $1 AND removed_at IS NULL`, [channel]);
    return heads[0] ?? null;
  }

  readLog(channel: number, epoch: number, afterSeq: number): Promise<LogRow[]> {
    return this.dataSource.query(
      `${ROW} WHERE section_id = (SELECT id FROM section WHERE channel = $1) AND epoch = $2 AND seq > $3 ORDER BY seq`,
      [channel, epoch, afterSeq],
    );
  }

  async heads(channels: readonly number[]): Promise<Map<number, { epoch: number; seq: number }>> {
    const heads: SectionHead[] = await this.dataSource.query(`${HEAD} WHERE channel = ANY($1)`, [channels]);
    return new Map(heads.map(({ channel, epoch, seq }) => [channel, { epoch, seq }]));
  }

  async grantLeases({ id, epoch }: SectionHead, { mandateId, connectionId }: Writer, count: number): Promise<number[]> {
    const leases: number[] = [];
    while (leases.length < count) {
      const rows: { lease: number }[] = await this.dataSource.query(
        `INSERT INTO lease (section_id, epoch, lease, mandate_id, holder, granted_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING lease::double precision AS lease`,
        [id, epoch, randomInt(1, LARGEST_LEASE), mandateId, connectionId, this.clock.now()],
      );
      leases.push(...rows.map(({ lease }) => lease));
    }
    return leases;
  }

  async resumeLeases({ id, epoch }: SectionHead, { mandateId, connectionId }: Writer, leases: readonly number[]): Promise<HeldLease[]> {
    if (leases.length === 0) return [];
    const [held]: [HeldLease[], number] = await this.dataSource.query(
      `UPDATE lease SET holder = $5 WHERE section_id = $1 AND epoch = $2 AND mandate_id = $3 AND lease = ANY($4)
       RETURNING lease::double precision AS lease, coalesce((SELECT max(n) FROM section_update u
         WHERE u.section_id = lease.section_id AND u.epoch = lease.epoch AND u.lease = lease.lease), 0) AS "lastN"`,
      [id, epoch, mandateId, leases, connectionId],
    );
    return held;
  }
}

class PostgresTransaction implements DraftingTransaction {
  constructor(
    private readonly manager: EntityManager,
    private readonly clock: Clock,
    readonly heads: ReadonlyMap<number, SectionHead>,
  ) {}

  mayWrite(channel: number, writer: Writer): Promise<Verdict> {
    const head = this.heads.get(channel);
    return head === undefined ? Promise.resolve(refused('section-removed')) : judgeWriter(this.manager, this.clock, head, writer);
  }

  async holdsLease(channel: number, lease: number, { mandateId, connectionId }: Writer): Promise<boolean> {
    const { id, epoch } = this.headOf(channel);
    const rows: unknown[] = await this.manager.query(
      'SELECT FROM lease WHERE section_id = $1 AND epoch = $2 AND lease = $3 AND mandate_id = $4 AND holder = $5',
      [id, epoch, lease, mandateId, connectionId],
    );
    return rows.length > 0;
  }

  readLog(channel: number, afterSeq: number): Promise<LogRow[]> {
    const { id, epoch } = this.headOf(channel);
    return this.manager.query(`${ROW} WHERE section_id = $1 AND epoch = $2 AND seq > $3 ORDER BY seq`, [id, epoch, afterSeq]);
  }

  async findRow(channel: number, lease: number, n: number): Promise<LogRow | null> {
    const { id, epoch } = this.headOf(channel);
    const rows: LogRow[] = await this.manager.query(`${ROW} WHERE section_id = $1 AND epoch = $2 AND lease = $3 AND n = $4`, [id, epoch, lease, n]);
    return rows[0] ?? null;
  }

  async append(channel: number, rows: readonly LogRow[]): Promise<void> {
    const { id, epoch } = this.headOf(channel);
    await this.manager.query(
      `INSERT INTO section_update (section_id, epoch, at, seq, lease, n, body)
       SELECT $1, $2, $3, * FROM unnest($4::integer[], $5::bigint[], $6::integer[], $7::bytea[])`,
      [id, epoch, this.clock.now(), rows.map(({ seq }) => seq), rows.map(({ lease }) => lease), rows.map(({ n }) => n), rows.map(({ body }) => Buffer.from(body))],
    );
  }

  async serverLease(channel: number): Promise<number> {
    const { id, epoch } = this.headOf(channel);
    const lease = randomInt(1, LARGEST_LEASE);
    await this.manager.query('INSERT INTO lease (section_id, epoch, lease, mandate_id, granted_at) VALUES ($1, $2, $3, NULL, $4)', [
      id,
      epoch,
      lease,
      this.clock.now(),
    ]);
    return lease;
  }

  private headOf(channel: number): SectionHead {
    const head = this.heads.get(channel);
    if (head === undefined) throw new Error(`channel ${channel} is not in the scope of this transaction`);
    return head;
  }
}

/** The rule is the domain's; here are the facts it asks for. */
async function judgeWriter(manager: EntityManager, clock: Clock, { id, phase }: SectionHead, { loginId, mandateId }: Writer): Promise<Verdict> {
  const rows: RightsRow[] = await manager.query(
    `SELECT mandate.role, mandate.starts_at AS "startsAt", mandate.ends_at AS "endsAt", mandate.withdrawn_at AS "withdrawnAt",
            EXISTS (SELECT FROM drafter WHERE section_id = $3 AND drafter.mandate_id = mandate.id) AS "isDrafter",
            coalesce((SELECT coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id) = mandate.id
                        FROM section LEFT JOIN section chapter ON chapter.id = section.parent_id WHERE section.id = $3), false) AS "isRapporteur"
       FROM mandate JOIN login ON login.member_id = mandate.member_id JOIN member ON member.id = mandate.member_id
      WHERE login.id = $1 AND mandate.id = $2 AND login.ended_at IS NULL AND member.suspended_at IS NULL`,
    [loginId, mandateId, id],
  );
  const [row] = rows;
  if (row === undefined) return refused('login-required');
  if (!isInForce(row, clock.now())) return refused('mandate-not-held');
  return mayType(row, { phase, isDrafter: row.isDrafter, isRapporteur: row.isRapporteur });
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
