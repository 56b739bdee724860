import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** A segment of the write-ahead log: what PostgreSQL writes there fits, and the table grows no further. */
const LIMIT_BYTES = 16 * 1024 * 1024;
const MOST_ROWS = 20_000;
const BACKENDS = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'";
/** Rows of an epoch that nobody reads, in a section that has text. */
const FILL = `
  INSERT INTO section_update (channel, epoch, seq, lease_bits, n, at, body)
  SELECT channel, 0, $1 + row, 1, $1 + row, now(), decode(repeat('00', $3), 'hex')
    FROM (SELECT channel FROM section_update ORDER BY channel LIMIT 1) AS any_text, generate_series(1, $2) AS row`;
/** Rows at a time, and bytes of each: the last ones fill what little is left. */
const STEPS: readonly (readonly [rows: number, bytes: number])[] = [[500, 1_900], [10, 600], [2, 100]];

/** Whether this machine can limit the files of a process that runs. */
export const canFillDisk = spawnSync('prlimit', ['--version']).status === 0;

/**
 * A disk on which the log of texts finds no more room. No file of PostgreSQL may become larger than a limit of the operating
 * system, and the table has come to it: writing fails where it fails on a disk that is full.
 */
export class FullDisk {
  private constructor(
    private readonly client: Client,
    private readonly server: number,
    /** Whose server it is: nobody else may limit it. */
    private readonly uid: number,
  ) {}

  static async under(database: { readonly url: string; readonly pid: number }, directory: string): Promise<FullDisk> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { uid } = statSync(path.join(directory, 'postgres'));
    const disk = new FullDisk(client, database.pid, uid);
    await client.query('ALTER TABLE section_update SET (autovacuum_enabled = off)'); // it would give back what rows took that found no room
    await disk.limit(String(LIMIT_BYTES));
    let filled = 0;
    for (const [count, bytes] of STEPS) {
      while ((await disk.fill(filled, count, bytes)) && filled < MOST_ROWS) filled += count;
    }
    return disk;
  }

  /** There is room again. */
  async free(): Promise<void> {
    await this.limit('unlimited');
    await this.client.query('ALTER TABLE section_update RESET (autovacuum_enabled)');
    await this.client.query('DELETE FROM section_update WHERE epoch = 0');
    await this.client.end();
  }

  /** @returns false: there is no room for this */
  private async fill(from: number, count: number, bytes: number): Promise<boolean> {
    try {
      await this.client.query(FILL, [from, count, bytes]);
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.includes('could not extend file')) return false;
      throw error;
    }
  }

  /** The server first, from which whoever connects later has it. */
  private async limit(bytes: string): Promise<void> {
    if (!this.tryLimit(this.server, bytes)) throw new Error('the files of PostgreSQL cannot be limited');
    const { rows } = await this.client.query<{ pid: number }>(BACKENDS);
    for (const { pid } of rows) this.tryLimit(pid, bytes);
  }

  /** @returns false: the process is gone, or not ours */
  private tryLimit(pid: number, bytes: string): boolean {
    const owner = process.getuid?.() === this.uid ? {} : { uid: this.uid, gid: this.uid };
    return spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], owner).status === 0;
  }
}
