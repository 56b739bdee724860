import type { DemonstrationPerson, InstallationView } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { found, ProblemException } from '../../platform/errors/problem-error.js';
import { Forums } from '../people/forums.js';

/** Mandates under which somebody may try the forum; `$1` is the time. */
const PEOPLE = `
  SELECT mandate.id AS "mandateId", member_id AS "memberId", member.name, role, centre.code AS "centreCode"
    FROM mandate JOIN forum ON forum.id = mandate.forum_id JOIN member ON member.id = member_id LEFT JOIN centre ON centre.id = centre_id
   WHERE banner IS NOT NULL AND suspended_at IS NULL AND withdrawn_at IS NULL AND starts_at <= $1 AND (ends_at IS NULL OR ends_at > $1)`;

/** What a visitor may know who is not signed in, and signing in by one click. */
@Injectable()
export class DemonstrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: ForumConfig,
    private readonly forums: Forums,
  ) {}

  async installation(): Promise<InstallationView> {
    const forum = await this.forums.first();
    if (forum === null) return { forum: null, demonstration: null };
    const { id, title, disclaimer, banner } = forum;
    return {
      forum: { title, disclaimer },
      demonstration: banner && { banner, people: this.config.demonstration?.hasOneClick ? await this.everybody(id) : [] },
    };
  }

  /** @returns the member who holds the mandate. @throws ProblemException where there is no signing in by one click */
  async holderOf(mandateId: string): Promise<string> {
    if (!this.config.demonstration?.hasOneClick) throw new ProblemException('demonstration-only');
    const rows: { memberId: string }[] = await this.dataSource.query(`${PEOPLE} AND mandate.id = $2`, [this.clock.now(), mandateId]);
    return found(rows[0]).memberId;
  }

  private async everybody(forumId: string): Promise<DemonstrationPerson[]> {
    const rows: DemonstrationPerson[] = await this.dataSource.query(
      `${PEOPLE} AND mandate.forum_id = $2 ORDER BY centre.code NULLS LAST, role, member.name`,
      [this.clock.now(), forumId],
    );
    return rows.map(({ mandateId, name, role, centreCode }) => ({ mandateId, name, role, centreCode }));
  }
}
