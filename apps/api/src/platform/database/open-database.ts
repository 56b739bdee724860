import { EmbeddedPostgresError, startEmbeddedPostgres, type EmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { Client } from 'pg';
import type { ForumConfig } from '../config/forum-config.js';
import { StartProblem } from '../start/start-problem.js';
import { checkServer } from './check-server.js';
import { Tenancy, tryTenancy } from './tenancy.js';

export interface Database {
  readonly url: string;
  /** Stops the embedded server, if that is what it is, and waits for that as long as is said; a given one is left alone. */
  close(withinMs?: number): Promise<void>;
}

/** As its only tenant: a second start on the same data directory is refused. @throws StartProblem */
export async function openDatabase(config: ForumConfig): Promise<Database> {
  if (config.databaseUrl !== null) {
    const client = await connect(config.databaseUrl);
    await checkServer(client).finally(() => client.end());
    return { url: config.databaseUrl, close: () => Promise.resolve() };
  }
  const server = await startOrExplain(config.dataDirectory);
  const tenant = await becomeTenant(server, config.dataDirectory);
  const close = async (withinMs?: number): Promise<void> => {
    tenant.leave();
    server.stop(withinMs);
  };
  try {
    await checkServer(tenant.connection);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: server.url, close };
}

/** Beside a forum that may be running: what a command needs. Stops an embedded server only if nobody else uses it. */
export async function visitDatabase(config: ForumConfig): Promise<Database> {
  if (config.databaseUrl !== null) return openDatabase(config);
  const server = await startOrExplain(config.dataDirectory);
  return {
    url: server.url,
    close: async () => {
      const visitor = await connect(server.url);
      const isUnused = await tryTenancy(visitor).finally(() => visitor.end());
      if (isUnused) server.stop();
    },
  };
}

async function becomeTenant(server: EmbeddedPostgres, directory: string): Promise<Tenancy> {
  const tenancy = await Tenancy.take(() => connect(server.url));
  if (tenancy === null) throw new StartProblem('directory-in-use', { directory });
  return tenancy;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'expert-forum' });
  try {
    await client.connect();
  } catch (error) {
    throw new StartProblem('database-unreachable', { detail: reason(error) });
  }
  // A server that goes away is noticed by whoever asks it next; without a listener it would end the process.
  client.on('error', () => undefined);
  return client;
}

async function startOrExplain(directory: string): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
    return await startEmbeddedPostgres(directory);
  } catch (error) {
    throw explained(error, directory);
  }
}

function explained(error: unknown, directory: string): StartProblem {
  if (!(error instanceof EmbeddedPostgresError)) return new StartProblem('directory-unusable', { directory, detail: reason(error) });
  switch (error.failure) {
    case 'no-binaries':
    case 'no-unprivileged-user':
      return new StartProblem('embedded-unavailable', { detail: error.detail });
    case 'initdb-failed':
      return new StartProblem('directory-unusable', { directory, detail: error.detail.trim() });
    case 'start-failed':
    case 'stop-failed':
      return new StartProblem('embedded-failed', { detail: error.detail });
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));
