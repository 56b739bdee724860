import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import { Client } from 'pg';
import { checkServer } from '../../src/platform/database/check-server.js';
import { newPlace } from '../start/running-forum.js';

describe('checkServer', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  afterAll(() => database.stop());

  async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  const named = (name: string): string => {
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    return url.href;
  };

  it('[R6] takes the server that comes with the forum', async () => {
    await expect(connected(database.url, checkServer)).resolves.toBeUndefined();
  });

  it('[R6] refuses a database that confirms a commit before it is on disk', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await connected(database.url, (client) => client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`));
    await expect(connected(database.url, checkServer)).rejects.toThrow('PostgreSQL runs with synchronous_commit = off');
  });

  it('[R6] refuses a database in which it may not make what its writes need', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_bare`;
    await connected(database.url, async (client) => {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
      await client.query(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'for-this-test-alone'`);
    });
    const url = new URL(named(name));
    Object.assign(url, { username: name, password: 'for-this-test-alone' });
    await expect(connected(url.href, checkServer)).rejects.toThrow('needs the privilege TEMPORARY');
    await connected(database.url, async (client) => {
      await client.query(`DROP DATABASE ${name}`);
      await client.query(`DROP ROLE ${name}`);
    });
  });

  it('[R6] refuses a database that is not UTF-8', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_latin`;
    await connected(database.url, (client) =>
      client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'`),
    );
    await expect(connected(named(name), checkServer)).rejects.toThrow('encoded in LATIN1');
    await connected(database.url, (client) => client.query(`DROP DATABASE ${name}`));
  });

  it('[R6] refuses a server that reports itself older than 16', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await connected(database.url, async (client) => {
      await client.query('CREATE SCHEMA older');
      await client.query("CREATE FUNCTION older.current_setting(text) RETURNS text LANGUAGE sql AS $$ SELECT '15.14' $$");
      await client.query(`ALTER DATABASE ${name} SET search_path = older, pg_catalog`);
    });
    await expect(connected(database.url, checkServer)).rejects.toThrow('PostgreSQL 15.14 is too old');
    await connected(database.url, (client) => client.query(`ALTER DATABASE ${name} RESET search_path`));
  });

  it('[R6] refuses a database in which no collation is ICU’s', async () => {
    const other = await startTestDatabase();
    await connected(other.url, (client) => client.query("DELETE FROM pg_collation WHERE collprovider = 'i'"));
    await expect(connected(other.url, checkServer)).rejects.toThrow('without ICU');
    await other.stop();
  });

  it('[R6] refuses a server that does not flush, or tears pages', async () => {
    const place = newPlace();
    for (const setting of ['fsync', 'full_page_writes']) {
      const before = await startEmbeddedPostgres(place.directory);
      await connected(before.url, (client) => client.query('ALTER SYSTEM RESET ALL'));
      await connected(before.url, (client) => client.query(`ALTER SYSTEM SET ${setting} = off`));
      before.stop();
      const unsafe = await startEmbeddedPostgres(place.directory);
      const check = connected(unsafe.url, checkServer).finally(() => unsafe.stop());
      await expect(check).rejects.toThrow(`PostgreSQL runs with ${setting} = off`);
    }
    place.remove();
  }, 60_000);
});
