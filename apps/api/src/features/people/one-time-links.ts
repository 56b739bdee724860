import { randomUUID } from 'node:crypto';
import type { LinkView, OneTimeLink } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/auth/secret.js';
import { Passwords } from '../../platform/auth/passwords.js';
import { Clock } from '../../platform/clock/clock.js';
import { takeLocks } from '../../platform/database/locks.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';
import { ProblemException } from '../../platform/errors/problem-error.js';

interface LinkRow extends LinkView {
  readonly id: string;
  readonly memberId: string;
}

/** Links that let their holder set a password, once, within 24 h. Only the hash of their secret is stored. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly doorbell: Doorbell,
  ) {}

  /** A path, since the installation may have several addresses; a newer link ends the older ones. */
  async create(manager: EntityManager, memberId: string, purpose: LinkView['purpose'], language = 'en'): Promise<OneTimeLink> {
    const secret = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIMITS.link.life);
    await manager.query('UPDATE link SET used_at = $2 WHERE member_id = $1 AND used_at IS NULL', [memberId, now]);
    await manager.query('INSERT INTO link (id, token_hash, member_id, purpose, expires_at) VALUES ($1, $2, $3, $4, $5)', [
      randomUUID(),
      hashSecret(secret),
      memberId,
      purpose,
      expiresAt,
    ]);
    return { url: `/${language}/invite/${secret}`, expiresAt: expiresAt.toISOString() };
  }

  async look(secret: string): Promise<LinkView> {
    const { purpose, email, name } = await this.find(this.dataSource.manager, secret);
    return { purpose, email, name };
  }

  /** Sets the password and ends every login the member had: whoever knew the former one is out. */
  async accept(secret: string, password: string): Promise<{ memberId: string }> {
    await this.look(secret); // a password is not hashed for whoever guesses
    const passwordHash = await this.passwords.hash(password);
    const memberId = await this.dataSource.transaction(async (manager) => {
      const link = await this.find(manager, secret);
      const logins: { id: string }[] = await manager.query('SELECT id FROM login WHERE member_id = $1 AND ended_at IS NULL', [link.memberId]);
      await takeLocks(manager, logins.map(({ id }) => ({ of: 'login', key: id, mode: 'exclusive' })));
      await manager.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [link.memberId]); // before the link, as whoever makes a newer one
      const used: [unknown[], number] = await manager.query('UPDATE link SET used_at = $2 WHERE id = $1 AND used_at IS NULL', [link.id, this.clock.now()]);
      if (used[1] === 0) throw new ProblemException('link-invalid');
      await manager.query('UPDATE member SET password_hash = $2 WHERE id = $1', [link.memberId, passwordHash]);
      await manager.query('UPDATE login SET ended_at = $2 WHERE member_id = $1 AND ended_at IS NULL', [link.memberId, this.clock.now()]);
      return link.memberId;
    });
    this.doorbell.ring('rights');
    return { memberId };
  }

  private async find(manager: EntityManager, secret: string): Promise<LinkRow> {
    const rows: LinkRow[] = await manager.query(
      `SELECT link.id, member_id AS "memberId", purpose, email, name FROM link JOIN member ON member.id = member_id
        WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 AND suspended_at IS NULL`,
      [hashSecret(secret), this.clock.now()],
    );
    const [row] = rows;
    if (row === undefined) throw new ProblemException('link-invalid');
    return row;
  }
}
