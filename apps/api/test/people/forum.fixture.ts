import type { Server } from 'node:http';
import type { Role } from '@expert-forum/domain';
import { FakeClock, startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.js';
import { CreateForum } from '../../src/features/people/create-forum.js';
import { PeopleService } from '../../src/features/people/people.service.js';
import { Logins } from '../../src/platform/auth/logins.js';
import type { ForumConfig } from '../../src/platform/config/forum-config.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';

/** Somebody with a mandate and a signed-in browser. */
export interface Person {
  readonly memberId: string;
  readonly mandateId: string;
  readonly email: string;
  readonly cookie: string;
}

/** Where text is. */
export interface Place {
  readonly documentId: string;
  readonly chapterId: string;
  readonly sectionId: string;
}

interface Settings {
  readonly role: Role;
  readonly centreId?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

type Environment = Readonly<Record<string, string>>;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** An installation without demonstration, on a database of its own, with a clock that only a test moves. */
export class TestForum {
  private invited = 0;

  private constructor(
    readonly clock: FakeClock,
    readonly app: NestExpressApplication,
    readonly url: string,
    private readonly database: TestDatabase,
    private readonly config: ForumConfig,
  ) {}

  static async start(environment: Environment = {}): Promise<TestForum> {
    const database = await startTestDatabase();
    const clock = new FakeClock(Date.UTC(2026, 5, 1, 9));
    const config = configOf(database, environment);
    const app = await createApp(config, await openDataSource(database.url), { hasWebApp: false, clock });
    const server: Server = await app.listen(0, '127.0.0.1');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('not listening');
    return new TestForum(clock, app, `http://127.0.0.1:${address.port}`, database, config);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.stop();
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** Another process, as it were, on the same database. */
  async anotherNode(environment?: Environment): Promise<NestExpressApplication> {
    const config = environment === undefined ? this.config : configOf(this.database, environment);
    const app = await createApp(config, await openDataSource(this.database.url), { hasWebApp: false, clock: this.clock });
    return app.init();
  }

  /** @returns the performer under whom a test arranges what it needs */
  async open(): Promise<InstallationPerformer> {
    const title = { en: 'A forum' };
    const countries = ['JPN', 'UZB'].map((code) => ({ code, name: { en: code }, timezone: 'UTC' }));
    const forumId = await this.app.get(CreateForum, { strict: false }).create({ title, disclaimer: title, homeTimezone: 'UTC', countries });
    return { kind: 'installation', forumId };
  }

  async centre(by: InstallationPerformer, code: string): Promise<string> {
    return (await this.people.createCentre(by, { code, name: { en: code } })).id;
  }

  /** Somebody invited, who has set a password that nobody knows. */
  async person(by: InstallationPerformer, settings: Settings, { hasJoined = true } = {}): Promise<Person> {
    this.invited += 1;
    const email = `${settings.role}-${this.invited}@forum.example`;
    const { mandateId } = await this.people.invite(by, { email, name: `Person ${this.invited}`, language: 'en', ...settings });
    const [row]: { memberId: string }[] = await this.dataSource.query('SELECT member_id AS "memberId" FROM mandate WHERE id = $1', [mandateId]);
    if (row === undefined) throw new Error('no mandate');
    if (hasJoined) await this.dataSource.query("UPDATE member SET password_hash = 'unknown' WHERE id = $1", [row.memberId]);
    return { ...row, mandateId, email, cookie: await this.signIn(row.memberId) };
  }

  async signIn(memberId: string): Promise<string> {
    return `forum_login=${await this.app.get(Logins).open(memberId)}`;
  }

  /** A request as the web application sends it; `by` null: of somebody who is not signed in. */
  ask(by: Pick<Person, 'cookie' | 'mandateId'> | null, method: Method, path: string, body?: object | string): request.Test {
    const asked = request(this.url)
      [METHODS[method]](`/api/v1/${path}`)
      .set('X-Forum-Request', '1');
    if (by !== null) void asked.set('Cookie', by.cookie).set('X-Forum-Mandate', by.mandateId);
    if (body !== undefined) void asked.set('Content-Type', 'application/json').send(body);
    return asked;
  }

  /** A section of its own chapter in a new document, made by a moderator. */
  async section(moderator: Person): Promise<Place> {
    const made = async (path: string, body: object): Promise<string> => (await this.ask(moderator, 'POST', path, body).expect(201)).body.id;
    const documentId = await made('documents', { title: { en: 'A strategy' } });
    const chapterId = await made(`documents/${documentId}/sections`, { title: { en: 'A chapter' } });
    const sectionId = await made(`documents/${documentId}/sections`, { parentId: chapterId, title: { en: 'A section' } });
    return { documentId, chapterId, sectionId };
  }

  private get people(): PeopleService {
    return this.app.get(PeopleService, { strict: false });
  }
}

const configOf = ({ url }: TestDatabase, environment: Environment): ForumConfig =>
  readConfig({ DATABASE_URL: url, LOG_LEVEL: 'silent', ...environment });

const METHODS = { GET: 'get', POST: 'post', PATCH: 'patch', PUT: 'put', DELETE: 'delete' } as const;
