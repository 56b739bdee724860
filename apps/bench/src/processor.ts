import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
  const stat = statOf(pid);
  return stat && stat.own * TICK;
}

/** Processor time of PostgreSQL with all its processes, those that have ended too, in milliseconds; null where the system does not tell. */
export function databaseProcessorTime(pid: number): number | null {
  const server = statOf(pid);
  if (server === null) return null;
  const running = readdirSync('/proc').map((entry) => (/^\d+$/.test(entry) ? statOf(Number(entry)) : null));
  const ticks = running.reduce((sum, each) => (each?.parent === pid ? sum + each.own : sum), 0);
  return (server.own + server.ofEndedChildren + ticks) * TICK;
}

/** Milliseconds; USER_HZ is 100 on every Linux that Node supports. */
const TICK = 10;

interface Stat {
  readonly parent: number;
  /** Ticks in user and system mode. */
  readonly own: number;
  readonly ofEndedChildren: number;
}

/** null where the system does not tell, or the process is gone. */
function statOf(pid: number): Stat | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name: state, parent, nine others, and the ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    const [user = 0, system = 0, userOfChildren = 0, systemOfChildren = 0] = fields.slice(11);
    return { parent: fields[1] ?? 0, own: user + system, ofEndedChildren: userOfChildren + systemOfChildren };
  } catch {
    return null;
  }
}
