import { randomUUID } from 'node:crypto';
import type { LocalisedTitle } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import { CountryEntity } from './country.entity.js';
import { ForumEntity } from './forum.entity.js';

export interface NewForum {
  readonly title: LocalisedTitle;
  readonly disclaimer: LocalisedTitle;
  readonly banner?: LocalisedTitle;
  readonly homeTimezone: string;
  readonly countries: readonly { readonly code: string; readonly name: LocalisedTitle; readonly timezone: string }[];
}

/** Opens the workspace of an installation. */
@Injectable()
export class CreateForum {
  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
  ) {}

  create({ countries, banner = undefined, ...forum }: NewForum): Promise<string> {
    const id = randomUUID();
    return this.commands.run({ kind: 'installation', forumId: id }, [], async (manager) => {
      await manager.getRepository(ForumEntity).insert({ ...forum, id, banner: banner ?? null, createdAt: this.clock.now() });
      await manager.getRepository(CountryEntity).insert(countries.map((country) => ({ ...country, forumId: id })));
      return { value: id, entry: { verb: 'forum:created', object: { forum: id }, payload: { title: forum.title } } };
    });
  }
}
