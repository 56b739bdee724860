import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isDead } from './is-dead.js';
import { lookForServer, type Sighting } from './look-for-server.js';
import { serverUser, type ServerUser } from './server-user.js';

const SUPERUSER = 'forum';
/** A killed server's children hold its shared memory for a moment; one that starts may have a long log to replay. */
const PATIENCE_MS: Readonly<Record<Exclude<Sighting, 'running'>, number>> = { absent: 15_000, unready: 60_000 };
const STEP_MS = 100;
const LONGEST_STOP_MS = 60_000;
// Of postmaster.pid.
const PID_LINE = 0;
const PORT_LINE = 3;
// lc-ctype=C would make trigram search drop every letter that is not ASCII.
const LOCALE = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--lc-collate=C', '--lc-ctype=C.UTF-8'];

export interface EmbeddedPostgres {
  /** Connection string of the server's `postgres` database, password included. */
  readonly url: string;
  /** Process id of the server, which runs in a session of its own. */
  readonly pid: number;
  /**
   * Fast shutdown: open transactions are rolled back, everything committed is on disk.
   *
   * @throws EmbeddedPostgresError if the server, which has been asked, is still there after so long
   */
  stop(withinMs?: number): void;
}

/**
 * Starts the PostgreSQL that npm installed on `directory`/postgres, or takes over the one that is already running there:
 * it outlives a killed application. Listens on a free port of the loopback address only, with a password from a file.
 *
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(directory: string): Promise<EmbeddedPostgres> {
  const cluster = new Cluster(path.resolve(directory), findBinaries(), serverUser());
  cluster.initialise();
  await cluster.bringUp();
  return { url: cluster.url(), pid: cluster.pid(), stop: (withinMs) => cluster.stop(withinMs) };
}

class Cluster {
  private readonly data: string;
  private readonly log: string;
  private readonly passwordFile: string;

  constructor(
    private readonly directory: string,
    private readonly binaries: Binaries,
    private readonly user: ServerUser | undefined,
  ) {
    this.data = path.join(directory, 'postgres');
    this.log = path.join(directory, 'postgres.log');
    this.passwordFile = path.join(directory, 'postgres.password');
  }

  initialise(): void {
    if (existsSync(path.join(this.data, 'PG_VERSION'))) return;
    mkdirSync(this.directory, { recursive: true }); // without a mode: the server's user has to walk through it
    rmSync(this.data, { recursive: true, force: true }); // an initdb that was interrupted leaves no version
    mkdirSync(this.data, { mode: 0o700 });
    writeFileSync(this.log, '', { mode: 0o600 });
    writeFileSync(this.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    for (const file of [this.data, this.log, this.passwordFile]) this.giveToServer(file);
    const { status, output } = this.run(this.binaries.initdb, [
      ...['-D', this.data, '-U', SUPERUSER, '-A', 'scram-sha-256', '--pwfile', this.passwordFile, '--no-instructions'],
      ...LOCALE,
    ]);
    if (status !== 0) {
      rmSync(this.data, { recursive: true, force: true });
      throw new EmbeddedPostgresError('initdb-failed', output);
    }
  }

  /** Ends when a server has answered: the one that was there, or one that was started. */
  async bringUp(): Promise<void> {
    const since = Date.now();
    for (let seen = await this.look(); seen !== 'running'; seen = await this.look()) {
      if (seen === 'absent' && (await this.tryStart())) continue;
      const mayPass = seen === 'unready' || /already exists|in use/.test(this.logTail());
      if (!mayPass || Date.now() - since > PATIENCE_MS[seen]) throw new EmbeddedPostgresError('start-failed', this.logTail());
      await setTimeout(STEP_MS);
    }
  }

  /**
   * After a crash the file of the process id stays behind: its number and its port may be another's by now, and a killed
   * server has a number until somebody buries it. To remove the file is the server's own task.
   */
  private async look(): Promise<Sighting> {
    return this.pidLine(PORT_LINE) === '' ? 'absent' : lookForServer(this.url(), this.data);
  }

  private async tryStart(): Promise<boolean> {
    const options = `-p ${await freePort()} -h 127.0.0.1 -k ''`;
    const start = ['-D', this.data, '-l', this.log, '-o', options, '-w', '-t', '60', 'start'];
    return this.run(this.binaries.pgCtl, start).status === 0;
  }

  stop(withinMs = LONGEST_STOP_MS): void {
    const seconds = Math.max(1, Math.floor(withinMs / 1_000));
    const { status, output } = this.run(this.binaries.pgCtl, ['-D', this.data, '-m', 'fast', '-w', '-t', String(seconds), 'stop']);
    if (status !== 0 && existsSync(this.pidFile()) && !isDead(this.pid())) throw new EmbeddedPostgresError('stop-failed', output);
  }

  url(): string {
    return `postgres://${SUPERUSER}:${this.password()}@127.0.0.1:${this.pidLine(PORT_LINE)}/postgres`;
  }

  pid(): number {
    return Number(this.pidLine(PID_LINE));
  }

  private password(): string {
    return readFileSync(this.passwordFile, 'utf8');
  }

  private logTail(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').split('\n').slice(-6).join('\n') : '';
  }

  private pidFile(): string {
    return path.join(this.data, 'postmaster.pid');
  }

  /** Empty without a server, or in the moment in which one writes the file. */
  private pidLine(line: number): string {
    return existsSync(this.pidFile()) ? (readFileSync(this.pidFile(), 'utf8').split('\n')[line] ?? '') : '';
  }

  private giveToServer(file: string): void {
    if (this.user !== undefined) chownSync(file, this.user.uid, this.user.gid);
  }

  private run(command: string, args: string[]): { status: number | null; output: string } {
    // pg_ctl leaves the server behind with its own streams: a pipe would be held open by it for ever.
    const { status, error, stderr } = spawnSync(command, args, {
      ...this.user,
      cwd: path.parse(this.directory).root,
      stdio: ['ignore', 'ignore', command === this.binaries.initdb ? 'pipe' : 'ignore'],
      encoding: 'utf8',
    });
    return { status, output: error?.message ?? stderr ?? '' };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
