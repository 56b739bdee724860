import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KnownLogin } from '../../platform/auth/authority.js';
import { Clock } from '../../platform/clock/clock.js';
import { takeLocks } from '../../platform/database/locks.js';
import { Doorbell } from '../../platform/doorbell/doorbell.js';

/**
 * Signing out, here or everywhere. Takes the locks of the logins for itself: a write that is being committed under one of
 * them comes before, every other is refused. A person's own signing in and out is no act of the forum and not in its ledger.
 */
@Injectable()
export class EndLogins {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
  ) {}

  here(login: KnownLogin): Promise<void> {
    return this.end([login.id]);
  }

  async everywhere({ memberId }: KnownLogin): Promise<void> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT id FROM login WHERE member_id = $1 AND ended_at IS NULL', [memberId]);
    await this.end(rows.map(({ id }) => id));
  }

  private async end(ids: string[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await takeLocks(manager, ids.map((key) => ({ of: 'login', key, mode: 'exclusive' })));
      await manager.query('UPDATE login SET ended_at = $2 WHERE id = ANY($1)', [ids, this.clock.now()]);
    });
    this.doorbell.ring('rights');
  }
}
