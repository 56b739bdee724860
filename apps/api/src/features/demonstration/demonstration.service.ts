import type { DemonstrationPerson, InstallationView } from '@expert-forum/contracts';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Logins } from '../../platform/auth/logins.js';
import { Passwords } from '../../platform/auth/passwords.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { Forums } from '../people/forums.js';
import { DemonstrationLoader } from './demonstration-loader.js';

/** Held while the demonstration is loaded, so that of several nodes one loads it. */
const LOADING_LOCK = 'SELECT pg_advisory_lock(0, 3)';
const LOADING_UNLOCK = 'SELECT pg_advisory_unlock(0, 3)';

/** A forum to try: loaded into an empty installation, with one password for everybody. */
@Injectable()
export class DemonstrationService implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ForumConfig,
    private readonly loader: DemonstrationLoader,
    private readonly passwords: Passwords,
    private readonly logins: Logins,
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

  async installation(): Promise<InstallationView> {
    const forum = await this.forums.first();
    if (forum === null) return { forum: null, demonstration: null };
    const { id, title, disclaimer, banner } = forum;
    return {
      forum: { title, disclaimer },
      demonstration: banner && { banner, people: this.config.demonstration?.hasOneClick ? await this.everybody(id) : [] },
    };
  }

  /** @returns the secret of a new login of whoever holds the mandate */
  async signIn(mandateId: string): Promise<{ memberId: string; secret: string }> {
    if (!this.config.demonstration?.hasOneClick) throw new ProblemException('demonstration-only');
    const rows: { memberId: string }[] = await this.dataSource.query(
      `SELECT member_id AS "memberId" FROM mandate JOIN forum ON forum.id = forum_id JOIN member ON member.id = member_id
        WHERE mandate.id = $1 AND banner IS NOT NULL AND suspended_at IS NULL`,
      [mandateId],
    );
    const [row] = rows;
    if (row === undefined) throw new ProblemException('not-found');
    return { memberId: row.memberId, secret: await this.logins.open(row.memberId) };
  }

  private everybody(forumId: string): Promise<DemonstrationPerson[]> {
    return this.dataSource.query(
      `SELECT mandate.id AS "mandateId", member.name, role, centre.code AS "centreCode"
         FROM mandate JOIN member ON member.id = member_id LEFT JOIN centre ON centre.id = centre_id
        WHERE mandate.forum_id = $1 AND withdrawn_at IS NULL AND suspended_at IS NULL ORDER BY centre.code NULLS LAST, role, member.name`,
      [forumId],
    );
  }

  /** Whoever was invited in a demonstration forum has the password of this start. */
  private async setPasswords(passwordHash: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE member SET password_hash = $1
        WHERE id IN (SELECT member_id FROM mandate JOIN forum ON forum.id = forum_id WHERE banner IS NOT NULL)`,
      [passwordHash],
    );
  }
}
