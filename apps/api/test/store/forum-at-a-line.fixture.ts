import { startEmbeddedPostgres, type EmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { storedText } from '../crash/stored-text.js';
import { newPlace, type Place } from '../start/running-forum.js';
import { LossyLine } from './lossy-line.js';

/** A forum on a PostgreSQL of its own at the end of a line; nobody starts the forum again. */
export class ForumAtALine {
  private constructor(
    readonly place: Place,
    public database: EmbeddedPostgres,
    readonly line: LossyLine,
    readonly forum: RunningForum,
  ) {}

  static async start(): Promise<ForumAtALine> {
    const place = newPlace();
    const database = await startEmbeddedPostgres(place.directory);
    const line = await LossyLine.to(database.url);
    const forum = await startDemonstration({ logLevel: 'silent', database: { url: line.url, stop: () => Promise.resolve() } });
    return new ForumAtALine(place, database, line, forum);
  }

  /** What the database holds of the section that is drafted, whatever the forum says. */
  stored(): Promise<string> {
    return storedText(this.place.directory, this.forum.drafting.sectionId);
  }

  /** Starts PostgreSQL again; the forum does not reach it yet. */
  async startDatabase(): Promise<void> {
    this.database = await startEmbeddedPostgres(this.place.directory);
  }

  /** Lets the forum reach the PostgreSQL that was started again. */
  reconnect(): void {
    this.line.lead(this.database.url);
  }

  async stop(): Promise<void> {
    await this.forum.stop();
    this.line.stop();
    this.database.stop();
    this.place.remove();
  }
}
