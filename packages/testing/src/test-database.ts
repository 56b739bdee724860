import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Where `jest-global-setup` leaves the address of the run's server for the suites. */
export const TEST_SERVER = 'TEST_DATABASE_SERVER';

export interface TestDatabase {
  /** Connection string of an empty database that nobody else uses. */
  readonly url: string;
  /** Drops it, with whoever is still connected. */
  stop(): Promise<void>;
}

/** A database of its own for a suite, on the PostgreSQL that was started for the run. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = process.env[TEST_SERVER];
  if (server === undefined) throw new Error('no test server: name jest-global-setup in the Jest configuration');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
