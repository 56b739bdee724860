import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startServerProcess, type ServerCommand } from '@expert-forum/testing';
import { tellsMemory, tidiedMemory, type Memory } from './memory.ts';

const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Whether servers and load can be kept on cores of their own: needs two cores and `taskset`. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Keeps this process, which plays all the people, away from the servers. What it starts later inherits its core. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', LOAD_CORE, String(process.pid)]);
}

export interface PinnedServer {
  readonly pid: number;
  stop(): Promise<void>;
  /** As a crash would. */
  kill(): Promise<void>;
  /** What it holds once it has collected all its garbage. */
  memory(): Promise<Memory>;
}

/** Starts a Node program as a server on the servers' core. */
export async function startPinnedServer({ args, ...command }: Omit<ServerCommand, 'command'>): Promise<PinnedServer> {
  const program = [...tellsMemory, ...args];
  const how = canPin
    ? { command: 'taskset', args: ['--cpu-list', SERVER_CORE, process.execPath, ...program] }
    : { command: process.execPath, args: program };
  const { pid, output, stop, kill } = await startServerProcess({ ...command, ...how });
  return { pid, stop, kill, memory: () => tidiedMemory(pid, output) };
}

/** Processor time a process has used, in milliseconds; null where the system does not tell. */
export function processorTime(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, user, system] = / \S(?: \S+){10} (\d+) (\d+)/.exec(stat.slice(stat.lastIndexOf(')') + 1)) ?? [];
  const tick = 10; // milliseconds; USER_HZ is 100 on every Linux that Node supports
  return (Number(user) + Number(system)) * tick;
}
