import { isLargeDeletion, LIMITS } from '@expert-forum/domain';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { CommandRunner } from '../../platform/ledger/command-runner.js';
import { DraftingService } from '../drafting/drafting.service.js';
import type { TextLength } from '../drafting/engine/live-section.js';
import { SectionLogs } from '../drafting/store/section-logs.js';
import type { TextWatcher } from '../drafting/text-watch.js';
import { Revisions } from '../revisions/revisions.js';
import { heaviestDeleter } from './heaviest-deleter.js';

interface Watched {
  readonly epoch: number;
  /** The text as it was at its longest lately. */
  longest: TextLength;
  longestAt: number;
  last: TextLength;
}

interface Place {
  readonly channel: number;
  readonly epoch: number;
  readonly sectionId: string;
  readonly documentId: string;
  readonly forumId: string;
}

/** Another node was faster. */
class NoticedAlready extends Error {}

/**
 * Notices when most of a text goes within a minute, in one change or in many (HI13): the text as it was is kept, so that whoever
 * may type there brings it back with one click. The change itself is taken as any other.
 */
@Injectable()
export class LargeDeletions implements TextWatcher, OnModuleDestroy {
  private readonly watched = new Map<number, Watched>();
  private readonly logger = new Logger(LargeDeletions.name);
  private noticing: Promise<void> = Promise.resolve();

  constructor(
    private readonly commands: CommandRunner,
    private readonly clock: Clock,
    private readonly drafting: DraftingService,
    private readonly logs: SectionLogs,
    private readonly revisions: Revisions,
  ) {
    drafting.watch.add(this);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  /** Resolves when what was noticed so far is kept. */
  settled(): Promise<void> {
    return this.noticing;
  }

  opened(): void {
    // what nobody changes is not looked at
  }

  committed(channel: number): void {
    const lengths = this.drafting.engine.lengthOf(channel);
    if (lengths === null) return; // it was written on another node, which watches
    const { epoch, first, now: length } = lengths;
    const known = this.watched.get(channel);
    const watched = known?.epoch === epoch ? known : this.begin(channel, epoch, first);
    const now = this.clock.now().getTime();
    if (now - watched.longestAt > LIMITS.largeDeletion.within) Object.assign(watched, { longest: watched.last, longestAt: now });
    if (isLargeDeletion(watched.longest.characters, length.characters)) {
      const { longest } = watched;
      this.begin(channel, epoch, length);
      this.noticing = this.noticing.then(() => this.notice(channel, epoch, longest, length));
    } else if (length.characters >= watched.longest.characters) this.begin(channel, epoch, length);
    else watched.last = length;
  }

  closed(channel: number): void {
    this.watched.delete(channel);
  }

  private begin(channel: number, epoch: number, length: TextLength): Watched {
    const watched = { epoch, longest: length, longestAt: this.clock.now().getTime(), last: length };
    this.watched.set(channel, watched);
    return watched;
  }

  private async notice(channel: number, epoch: number, before: TextLength, after: TextLength): Promise<void> {
    try {
      const place = await this.commands.read((manager) => placeOf(manager, channel, epoch));
      if (place !== null) await this.keep(place, before, after);
    } catch (error) {
      if (!(error instanceof NoticedAlready)) this.logger.error(error);
    }
  }

  private keep({ channel, epoch, sectionId, documentId, forumId }: Place, before: TextLength, after: TextLength): Promise<void> {
    return this.commands.run({ kind: 'installation', forumId }, [{ of: 'section', key: channel, mode: 'exclusive' }], async (manager) => {
      if (await isNoticed(manager, sectionId, epoch, this.clock.now())) throw new NoticedAlready();
      const log = await this.logs.written(manager, sectionId, after.seq);
      const text = await this.revisions.textAtEndOf(manager, sectionId, log.filter(({ seq }) => seq <= before.seq));
      const mandateId = heaviestDeleter(log, before.seq);
      const revision = await this.revisions.keep(manager, text, { kind: 'deletion', name: '', mandateId });
      const payload = { mandate: mandateId, charactersBefore: before.characters, charactersAfter: after.characters, seqBefore: before.seq, seq: after.seq };
      return { value: undefined, entry: { verb: 'deletion:noticed', object: { document: documentId, section: sectionId, revision }, payload } };
    });
  }
}

/** null: removed, or in a newer epoch. */
async function placeOf(manager: EntityManager, channel: number, epoch: number): Promise<Place | null> {
  const places: Place[] = await manager.query(
    `SELECT channel, epoch, section.id AS "sectionId", document_id AS "documentId", forum_id AS "forumId"
       FROM section JOIN document ON document.id = document_id WHERE channel = $1 AND epoch = $2 AND removed_at IS NULL`,
    [channel, epoch],
  );
  return places[0] ?? null;
}

/** Each node that has readers notices; they need not have begun to watch at the same seq. */
async function isNoticed(manager: EntityManager, sectionId: string, epoch: number, now: Date): Promise<boolean> {
  const rows: unknown[] = await manager.query("SELECT FROM revision WHERE section_id = $1 AND epoch = $2 AND kind = 'deletion' AND created_at > $3", [
    sectionId,
    epoch,
    new Date(now.getTime() - LIMITS.largeDeletion.within),
  ]);
  return rows.length > 0;
}
