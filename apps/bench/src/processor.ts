import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startServerProcess, type ServerCommand, type ServerProcess } from '@expert-forum/testing';

const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Whether servers and load can be kept on cores of their own: needs two cores and `taskset`. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Keeps this process, which plays all the people, away from the servers. What it starts later inherits its core. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', LOAD_CORE, String(process.pid)]);
}

/** Starts a Node program as a server on the servers' core. */
export function startPinnedServer(command: Omit<ServerCommand, 'command'>): Promise<ServerProcess> {
  if (!canPin) return startServerProcess({ ...command, command: process.execPath });
  return startServerProcess({
    ...command,
    command: 'taskset',
    args: ['--cpu-list', SERVER_CORE, process.execPath, ...command.args],
  });
}

/** Processor time a process has used, in milliseconds; null where the system does not tell. */
export function processorTime(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, user, system] = / \S(?: \S+){10} (\d+) (\d+)/.exec(stat.slice(stat.lastIndexOf(')') + 1)) ?? [];
  const tick = 10; // milliseconds; USER_HZ is 100 on every Linux that Node supports
  return (Number(user) + Number(system)) * tick;
}
