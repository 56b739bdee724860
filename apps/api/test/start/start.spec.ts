import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { startEmbeddedPostgres } from '@expert-forum/embedded-postgres';
import { Client } from 'pg';
import { newPlace, serverPid, startForum, startInVain, type Place, type RunningForum } from './running-forum.js';

const CREDENTIALS = JSON.stringify({ email: 'timur@chirchik.example', password: 'twelve-or-more' });

describe('the program', () => {
  let place: Place;
  beforeEach(() => {
    place = newPlace();
  });
  afterEach(() => place.remove());

  /** @returns the cookie of a login that was acknowledged */
  async function signIn({ url }: RunningForum): Promise<string> {
    const headers = { 'Content-Type': 'application/json', 'X-Forum-Request': '1' };
    const response = await fetch(`${url}/api/v1/logins`, { method: 'POST', headers, body: CREDENTIALS });
    expect(response.status).toBe(201);
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async function statusOfLogin({ url }: RunningForum, Cookie: string): Promise<number> {
    return (await fetch(`${url}/api/v1/logins/current`, { headers: { Cookie } })).status;
  }

  it('[ST1] [ST14] stops its PostgreSQL when it is asked to stop, and finds everything at the next start', async () => {
    const first = await startForum(place.directory);
    const cookie = await signIn(first);
    process.kill(first.pid, 'SIGINT'); // as Ctrl-C does where npm passes on what the terminal sent already
    await first.stop();
    expect(await first.ended).toBe(0);
    expect(existsSync(path.join(place.directory, 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await startForum(place.directory);
    expect(await statusOfLogin(second, cookie)).toBe(200);
    await second.stop();
  }, 60_000);

  it('[ST2] takes over the PostgreSQL that outlived it, and starts again when both were killed', async () => {
    const first = await startForum(place.directory);
    const cookie = await signIn(first);
    const orphan = serverPid(place.directory);
    process.kill(first.pid, 'SIGKILL');
    await first.stop();
    const second = await startForum(place.directory);
    expect(serverPid(place.directory)).toBe(orphan);
    process.kill(second.pid, 'SIGKILL');
    process.kill(orphan, 'SIGKILL');
    await second.stop();
    const third = await startForum(place.directory);
    expect(await statusOfLogin(third, cookie)).toBe(200);
    await third.stop();
  }, 90_000);

  it('[ST5] refuses a second start on the same data directory, and the first goes on', async () => {
    const forum = await startForum(place.directory);
    const { status, output } = startInVain({ DATA_DIR: place.directory, PORT: '0' });
    expect(output).toBe(`The forum in ${place.directory} is already running: stop it first or set DATA_DIR.`);
    expect(status).toBe(1);
    await signIn(forum);
    await forum.stop();
  }, 60_000);

  it('[ST5] keeps its place when PostgreSQL ends the connection that holds it', async () => {
    const forum = await startForum(place.directory);
    const client = new Client({ connectionString: (await startEmbeddedPostgres(place.directory)).url });
    await client.connect();
    const holders = 'FROM pg_locks WHERE locktype = $1 AND classid = 0 AND objid = 2';
    const { rows: ended } = await client.query(`SELECT pid, pg_terminate_backend(pid) ${holders}`, ['advisory']);
    const holder = async (): Promise<number | undefined> => (await client.query(`SELECT pid, pg_sleep(0.05) ${holders}`, ['advisory'])).rows[0]?.pid;
    for (let pid = await holder(); pid === undefined || pid === ended[0]?.pid; pid = await holder());
    expect(startInVain({ DATA_DIR: place.directory, PORT: '0' })).toMatchObject({ status: 1, output: expect.stringContaining('is already running') });
    await client.end();
    await forum.stop();
  }, 60_000);

  it('[ST3] says that a port is taken, before anything else is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(startInVain({ DATA_DIR: place.directory, PORT: String(port) })).toEqual({
      status: 1,
      output: `Port ${port} on 127.0.0.1 is taken: stop what listens there or set PORT.`,
    });
    expect(existsSync(place.directory)).toBe(false);
    other.close();
  });

  it('[ST3] says that a directory cannot be written and that a database does not answer', () => {
    writeFileSync(place.directory, 'a file');
    expect(startInVain({ DATA_DIR: place.directory, PORT: '0' })).toMatchObject({
      status: 1,
      output: expect.stringMatching(/^The data directory .* cannot be written or reached/),
    });
    expect(startInVain({ DATABASE_URL: 'postgres://forum:secret@127.0.0.1:1/forum', PORT: '0' })).toMatchObject({
      status: 1,
      output: expect.stringMatching(/^The database of DATABASE_URL does not answer \((?!.*secret)/),
    });
  });

  it.each(['fsync', 'full_page_writes'])('[R6] refuses a PostgreSQL that runs without %s, and stops it', async (setting) => {
    const server = await startEmbeddedPostgres(place.directory);
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
    await client.query('SELECT pg_reload_conf()');
    await client.end();
    expect(startInVain({ DATA_DIR: place.directory, PORT: '0' })).toEqual({
      status: 1,
      output: `PostgreSQL runs with ${setting} = off: an edit shown as received could be lost. Switch it on.`,
    });
    expect(existsSync(path.join(place.directory, 'postgres', 'postmaster.pid'))).toBe(false);
  }, 60_000);
});
