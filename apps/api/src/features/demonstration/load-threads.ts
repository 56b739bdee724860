import { randomUUID } from 'node:crypto';
import { BODY, placesOf, RunningText } from '@expert-forum/collab';
import type { WordPlaces } from '@expert-forum/contracts';
import type { DataSource } from 'typeorm';
import * as Y from 'yjs';
import { Logins } from '../../platform/auth/logins.js';
import type { Doorbell } from '../../platform/doorbell/doorbell.js';
import type { CommandRunner } from '../../platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { DraftingService } from '../drafting/drafting.service.js';
import { PostgresDraftingStore } from '../drafting/store/postgres-drafting-store.js';
import { type Discussion, discussionAt } from '../threads/discussion-at.js';
import type { BackdatedClock } from './backdated-clock.js';
import type { Loaded } from './load-sessions.js';
import { known, type StrategyComment, type StrategyFile } from './strategy-file.js';

/** What comments of the file can be about; another word stops the loading. */
const KINDS = new Set(['question', 'substance', 'evidence', 'translation', 'editorial']);
const STATES = new Set(['open', 'resolved']);

/** The comments of the file: each said by its author, under a login of their own, at its time. */
export class LoadThreads {
  private readonly logins: Logins;
  private readonly drafting: DraftingService;
  private readonly discussion: Discussion;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BackdatedClock,
    commands: CommandRunner,
    doorbell: Doorbell,
  ) {
    this.logins = new Logins(dataSource, clock);
    this.drafting = new DraftingService(new PostgresDraftingStore(dataSource, clock), doorbell);
    this.discussion = discussionAt(clock, dataSource, commands, this.drafting);
  }

  async load(file: StrategyFile, { mandates, sections }: Loaded): Promise<void> {
    const as = (user: string): Promise<MandatePerformer> => this.performer(known(mandates.get(user), user));
    const { threads, comments } = this.discussion;
    for (const comment of file.comments) {
      const { id, para, by, kind, state, at_rel, text, replies = [], resolved_by, disposition, reason } = comment;
      if (!KINDS.has(kind) || !STATES.has(state)) throw new Error(`demonstration: ${id} is ${kind}, ${state}`);
      const [section = ''] = para.split('/');
      const sectionId = known(sections.get(section), section);
      this.clock.goTo(at_rel);
      const opener = await as(by);
      const words = await this.words(sectionId, comment);
      const thread = await threads.open(opener, sectionId, { visibility: 'forum', words, body: text, mentions: [], key: randomUUID() });
      for (const reply of replies) {
        this.clock.goTo(reply.at_rel);
        await comments.add(await as(reply.by), thread.id, { body: reply.text, mentions: await this.members(reply.mentions, mandates), key: randomUUID() });
      }
      if (state !== 'resolved') continue;
      const answer = { disposition: known(disposition, id), reason: known(reason, id) };
      await threads.resolve(await as(known(resolved_by, id)), thread.id, answer);
    }
  }

  /** Who is mentioned, by the ids of the file. */
  private async members(users: readonly string[] = [], mandates: Loaded['mandates']): Promise<string[]> {
    const rows: { memberId: string }[] = await this.dataSource.query('SELECT member_id AS "memberId" FROM mandate WHERE id = ANY($1)', [
      users.map((user) => known(mandates.get(user), user)),
    ]);
    return rows.map(({ memberId }) => memberId);
  }

  private async performer(mandateId: string): Promise<MandatePerformer> {
    const rows: { memberId: string }[] = await this.dataSource.query('SELECT member_id AS "memberId" FROM mandate WHERE id = $1', [mandateId]);
    const { memberId } = known(rows[0], mandateId);
    const login = known((await this.logins.find(await this.logins.open(memberId))) ?? undefined, memberId);
    return known((await this.logins.performer(login, mandateId)) ?? undefined, mandateId);
  }

  /** Where the quote stands in its paragraph, counted in the text as it is now. */
  private async words(sectionId: string, { id, para, quote }: StrategyComment): Promise<WordPlaces> {
    const rows: { channel: number }[] = await this.dataSource.query('SELECT channel FROM section WHERE id = $1', [sectionId]);
    const { channel } = known(rows[0], sectionId);
    const place = Number(para.split('/p')[1]) - 1;
    const found = await this.drafting.engine.look(channel, (section) =>
      section.read((doc) => {
        const body = doc.getXmlFragment(BODY);
        const block = body.get(place);
        const paragraph = block instanceof Y.XmlElement ? block.getAttribute('id') : undefined;
        const text = new RunningText(body);
        let from = text.string.indexOf(quote);
        while (from >= 0 && text.paragraphAt(from) !== paragraph) from = text.string.indexOf(quote, from + 1);
        return from < 0 ? undefined : placesOf(text, { from, to: from + quote.length });
      }),
    );
    this.drafting.engine.forget(channel);
    return known(found, `the words of ${id}`);
  }
}
