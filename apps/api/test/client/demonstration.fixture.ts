import type { Server } from 'node:http';
import { connectSection, signIn, type ConnectSection, type Device, type Identity, type SectionConnection, type SignedIn } from '@expert-forum/collab/client';
import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import type { INestApplication } from '@nestjs/common';
import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/platform/config/read-config.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import { ForumIoAdapter } from '../../src/platform/realtime/forum-io-adapter.js';

const PASSWORD = 'a-password-for-tests';
const MODERATOR = 'chair@forum.example';
const SECRETARIAT = 'secretariat@forum.example';

type Options = Pick<ConnectSection, 'surroundings'> & ({ device: Device; identity: Identity } | { device?: undefined });

/** Somebody of the demonstration forum, signed in as a program is. */
export interface Visitor {
  readonly signedIn: SignedIn;
  readonly mandateId: string;
  open(sectionId: string, options?: Options): SectionConnection;
}

/** The demonstration forum on a database and a port of its own. */
export interface RunningForum {
  readonly url: string;
  readonly databaseUrl: string;
  /** A section in drafting, and the addresses of two of its drafters, of different centres. */
  readonly drafting: { readonly sectionId: string; readonly drafters: readonly [string, string] };
  enter(email: string): Promise<Visitor>;
  /** A request of the moderator. */
  moderate(method: string, path: string, body?: object): Promise<unknown>;
  /** A request of the secretariat. */
  administer(method: string, path: string, body?: object): Promise<unknown>;
  /** Another node on the same database. */
  addNode(): Promise<Pick<RunningForum, 'url' | 'enter'>>;
  query(statement: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

const DRAFTING = `
  SELECT section.id AS "sectionId", array_agg(DISTINCT member.email) AS emails
    FROM section JOIN drafter ON drafter.section_id = section.id JOIN mandate ON mandate.id = drafter.mandate_id
    JOIN member ON member.id = mandate.member_id
   WHERE section.phase = 'drafting' AND mandate.role = 'focal_point'
   GROUP BY section.id, section.position HAVING count(DISTINCT mandate.centre_id) > 1 ORDER BY section.id LIMIT 1`;

interface Setting {
  /** How often it asks whether a connection still lives. */
  readonly pingMs?: number;
  /** Its database; one of its own on the server of the run if it is not said. */
  readonly database?: TestDatabase;
  /** `silent`: what goes wrong is meant to. */
  readonly logLevel?: 'warn' | 'silent';
}

export async function startDemonstration({ pingMs, database: given, logLevel = 'warn' }: Setting = {}): Promise<RunningForum> {
  const database = given ?? (await startTestDatabase());
  const config = readConfig({ DATABASE_URL: database.url, DEMO: 'true', DEMO_PASSWORD: PASSWORD, LOG_LEVEL: logLevel });
  const dataSource = await openDataSource(database.url);
  const app = await createApp(config, dataSource, { hasWebApp: false });
  if (pingMs !== undefined) app.useWebSocketAdapter(new ForumIoAdapter(app, { pingMs }));
  const url = await listening(app);
  const apps = [app];
  const [section]: { sectionId: string; emails: string[] }[] = await dataSource.query(DRAFTING);
  const [first, second] = section?.emails ?? [];
  if (section === undefined || first === undefined || second === undefined) throw new Error('nothing is being drafted');
  return {
    url,
    databaseUrl: database.url,
    drafting: { sectionId: section.sectionId, drafters: [first, second] },
    enter: (email) => enter(url, email),
    moderate: officer(url, MODERATOR),
    administer: officer(url, SECRETARIAT),
    addNode: async () => {
      const node = await createApp(config, await openDataSource(database.url), { hasWebApp: false });
      apps.push(node);
      const nodeUrl = await listening(node);
      return { url: nodeUrl, enter: (email) => enter(nodeUrl, email) };
    },
    query: (statement, values) => dataSource.query(statement, [...(values ?? [])]),
    stop: async () => {
      for (const each of apps) await each.close();
      await database.stop();
    },
  };
}

/** @returns where it can be asked */
async function listening(app: INestApplication): Promise<string> {
  const server: Server = await app.listen(0, '127.0.0.1');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

async function enter(url: string, email: string): Promise<Visitor> {
  const signedIn = await signIn({ url, email, password: PASSWORD });
  const [mandate] = signedIn.mandates;
  if (mandate === undefined) throw new Error(`${email} has no mandate`);
  return { signedIn, mandateId: mandate.id, open: (sectionId, options) => connectSection({ url, ticket: signedIn.ticket, sectionId, ...options }) };
}

/** Signs somebody in once, and then asks as them. */
function officer(url: string, email: string): RunningForum['moderate'] {
  let signedIn: Promise<Record<string, string>> | null = null;
  return async (method, path, body) => {
    const headers = await (signedIn ??= signInAs(url, email));
    const response = await fetch(`${url}/api/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
}

/** @returns the headers of whatever they ask afterwards */
async function signInAs(url: string, email: string): Promise<Record<string, string>> {
  const headers = { 'X-Forum-Request': '1', 'Content-Type': 'application/json' };
  const login = await fetch(`${url}/api/v1/logins`, { method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) });
  const { mandates }: { mandates: { id: string }[] } = await login.json();
  return { ...headers, Cookie: login.headers.getSetCookie().join('; '), 'X-Forum-Mandate': mandates[0]?.id ?? '' };
}
