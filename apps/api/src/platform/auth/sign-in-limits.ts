import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ProblemException } from '../errors/problem-error.js';
import { hashSecret } from './secret.js';

/** How often an account or an address may fail to sign in; counted in the database, so that all nodes count together. */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException `sign-in-limited` */
  async demandRoom(email: string, address: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - LIMITS.signIn.window);
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE at < $1', [since]);
    const limits = [
      [account(email), LIMITS.signIn.perAccount],
      [place(address), LIMITS.signIn.perAddress],
    ] as const;
    for (const [subject, most] of limits) {
      const rows: { count: number }[] = await this.dataSource.query(
        'SELECT count(*)::integer AS count FROM sign_in_attempt WHERE subject = $1',
        [subject],
      );
      if ((rows[0]?.count ?? 0) >= most) {
        throw new ProblemException('sign-in-limited', { retryAfter: LIMITS.signIn.window / 1_000 });
      }
    }
  }

  async recordFailure(email: string, address: string): Promise<void> {
    await this.dataSource.query('INSERT INTO sign_in_attempt (subject, at) VALUES ($1, $3), ($2, $3)', [
      account(email),
      place(address),
      this.clock.now(),
    ]);
  }

  async forget(email: string): Promise<void> {
    await this.dataSource.query('DELETE FROM sign_in_attempt WHERE subject = $1', [account(email)]);
  }
}

const account = (email: string): Buffer => hashSecret(`account ${email}`);
const place = (address: string): Buffer => hashSecret(`address ${address}`);
