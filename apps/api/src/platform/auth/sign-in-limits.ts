import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ProblemException } from '../errors/problem-error.js';
import { hashSecret } from './secret.js';

/** One at a time, so that many attempts at once are counted like many in a row. */
const COUNTING_LOCK = 'SELECT pg_advisory_xact_lock(0, 4)';

/** An attempt that counts as failed until it is known to have succeeded. */
export interface Attempt {
  readonly account: Buffer;
  readonly address: Buffer;
  readonly at: Date;
}

/** How often an account or an address may fail to sign in; counted in the database, so that all nodes count together. */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException `sign-in-limited` */
  begin(email: string, address: string): Promise<Attempt> {
    const attempt = { account: hashSecret(`account ${email}`), address: hashSecret(`address ${address}`), at: this.clock.now() };
    return this.dataSource.transaction(async (manager) => {
      await manager.query(COUNTING_LOCK);
      await manager.query('DELETE FROM sign_in_attempt WHERE at <= $1', [new Date(attempt.at.getTime() - LIMITS.signIn.window)]);
      await this.demandRoom(manager, attempt.account, LIMITS.signIn.perAccount);
      await this.demandRoom(manager, attempt.address, LIMITS.signIn.perAddress);
      await manager.query('INSERT INTO sign_in_attempt (subject, at) VALUES ($1, $3), ($2, $3)', [attempt.account, attempt.address, attempt.at]);
      return attempt;
    });
  }

  /** What failed before is forgotten of the account; of the address only this attempt. */
  async succeed({ account, address, at }: Attempt): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM sign_in_attempt WHERE subject = $1
          OR ctid = (SELECT ctid FROM sign_in_attempt WHERE subject = $2 AND at = $3 LIMIT 1)`,
      [account, address, at],
    );
  }

  private async demandRoom(manager: EntityManager, subject: Buffer, most: number): Promise<void> {
    const [row]: { count: number; oldest: Date }[] = await manager.query(
      'SELECT count(*)::integer AS count, min(at) AS oldest FROM sign_in_attempt WHERE subject = $1',
      [subject],
    );
    if (row === undefined || row.count < most) return;
    const roomAt = row.oldest.getTime() + LIMITS.signIn.window;
    throw new ProblemException('sign-in-limited', { retryAfter: Math.ceil((roomAt - this.clock.now().getTime()) / 1_000) });
  }
}
