import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Passwords } from '../../platform/auth/passwords.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { Forums } from '../people/forums.js';
import { DemonstrationLoader } from './demonstration-loader.js';

/** Held while the demonstration is loaded, so that of several nodes one loads it. */
const LOADING_LOCK = 'SELECT pg_advisory_lock(0, 3)';
const LOADING_UNLOCK = 'SELECT pg_advisory_unlock(0, 3)';

/** At the start of a node: loads the demonstration into an empty installation and gives everybody the password of this start. */
@Injectable()
export class PrepareDemonstration implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ForumConfig,
    private readonly loader: DemonstrationLoader,
    private readonly passwords: Passwords,
    private readonly forums: Forums,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { demonstration } = this.config;
    if (demonstration === null) return;
    const guard = this.dataSource.createQueryRunner();
    try {
      await guard.query(LOADING_LOCK);
      if ((await this.forums.first()) === null) await this.loader.load();
      await this.setPasswords(await this.passwords.hash(demonstration.password));
    } finally {
      await guard.query(LOADING_UNLOCK);
      await guard.release();
    }
  }

  private async setPasswords(passwordHash: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE member SET password_hash = $1
        WHERE id IN (SELECT member_id FROM mandate JOIN forum ON forum.id = forum_id WHERE banner IS NOT NULL)`,
      [passwordHash],
    );
  }
}
