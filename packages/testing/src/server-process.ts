import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as elapse } from 'node:timers/promises';

export interface ServerCommand {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Answers 2xx as soon as the server may be used. */
  readyUrl: string;
  /** Milliseconds until a server that is not ready counts as failed. */
  readyWithin?: number;
}

export interface ServerProcess {
  pid: number;
  /** What it has written so far, both streams. */
  output(): string;
  /** Resolves with its exit code when it has ended, with null if it was killed. */
  ended: Promise<number | null>;
  /** Asks it to stop and waits until it is gone; after 15 s it is killed. */
  stop(): Promise<void>;
  /** Ends it as a crash does, without a word to it, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a server in a process of its own and resolves when it is ready.
 *
 * @throws Error with the server's own output if it ends or is not ready in time.
 */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  const child = spawn(command.command, command.args, { env: command.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`${command.args.join(' ')} ended with ${String(code)}:\n${output}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const waiting = new AbortController();
  try {
    await Promise.race([answers(command.readyUrl, command.readyWithin ?? 60_000, waiting.signal), failed]);
  } catch (error) {
    await end(child);
    throw error instanceof NotReady ? new Error(`${error.message}\n${output}`) : error;
  } finally {
    waiting.abort();
  }
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command.command} has no process id`);
  return { pid, output: () => output, ended, stop: () => end(child), kill: () => endNow(child) };
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

class NotReady extends Error {}

async function answers(url: string, within: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + within;
  while (Date.now() < deadline) {
    const response = await fetch(url, { signal }).catch(() => null);
    if (response?.ok) return;
    await elapse(50, undefined, { signal });
  }
  throw new NotReady(`${url} was not ready within ${within} ms`);
}

const isOver = ({ exitCode, signalCode, pid }: ChildProcess): boolean => exitCode !== null || signalCode !== null || pid === undefined;

async function endNow(child: ChildProcess): Promise<void> {
  if (isOver(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function end(child: ChildProcess): Promise<void> {
  if (isOver(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(killer);
}
