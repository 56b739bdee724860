import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startServerProcess, type ServerProcess } from '@expert-forum/testing';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
export const PASSWORD = 'twelve-or-more';
const SETTINGS = { HOST: '127.0.0.1', DEMO_PASSWORD: PASSWORD, LOG_LEVEL: 'silent' };

export interface Place {
  /** A data directory that does not exist yet. */
  readonly directory: string;
  remove(): void;
}

export interface RunningForum extends ServerProcess {
  readonly url: string;
}

/** Room for an embedded database. */
export function newPlace(): Place {
  const parent = mkdtempSync(path.join(tmpdir(), 'forum-start-'));
  chmodSync(parent, 0o711); // PostgreSQL gives up root, and its new user has to walk through
  return { directory: path.join(parent, 'data'), remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** The real program, in a process of its own, on a free port unless one is set. */
export async function startForum(directory: string, settings: Readonly<Record<string, string>> = {}): Promise<RunningForum> {
  const { PORT = String(await freePort()) } = settings;
  const url = `http://127.0.0.1:${PORT}`;
  const process = await startServerProcess({ ...program({ DATA_DIR: directory, ...settings, PORT }), readyUrl: `${url}/readyz` });
  return { ...process, url };
}

export interface Ended {
  readonly status: number | null;
  /** What it wrote, both streams. */
  readonly output: string;
}

/** A start that is expected to end with a sentence. */
export const startInVain = (settings: Readonly<Record<string, string>>): Ended => runToItsEnd(program(settings));

/** `npm run NAME …`, without the build before it. */
export const runCommand = (name: string, args: readonly string[], settings: Readonly<Record<string, string>>): Ended =>
  runToItsEnd(program(settings, `commands/${name}.js`, args));

/** Process id of the embedded server. */
export function serverPid(directory: string): number {
  return Number(readFileSync(path.join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

interface Program {
  readonly command: string;
  readonly args: string[];
  readonly env: NodeJS.ProcessEnv;
}

function program(settings: Readonly<Record<string, string>>, file = 'main.js', args: readonly string[] = []): Program {
  return {
    command: process.execPath,
    args: ['--enable-source-maps', path.join(DIST, file), ...args],
    env: { PATH: process.env['PATH'], ...SETTINGS, ...settings },
  };
}

function runToItsEnd({ command, args, env }: Program): Ended {
  const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}`.trim() };
}
