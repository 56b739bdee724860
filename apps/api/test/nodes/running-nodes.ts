import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startServerProcess, type ServerProcess } from '@expert-forum/testing';
import { PASSWORD } from '../start/running-forum.js';

const COMMAND = fileURLToPath(new URL('../../dist/commands/nodes.js', import.meta.url));

export interface RunningNodes extends ServerProcess {
  readonly url: string;
  /** Process ids of the nodes, the latest of each. */
  pids(): number[];
}

/** What `npm run nodes` starts, in a process of its own. */
export async function startNodes(directory: string, count = 2): Promise<RunningNodes> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', DEMO_PASSWORD: PASSWORD, LOG_LEVEL: 'warn', DATA_DIR: directory, PORT: String(port) };
  const server = await startServerProcess({ command: process.execPath, args: ['--enable-source-maps', path.normalize(COMMAND), String(count)], env, readyUrl: `${url}/readyz` });
  const pids = (): number[] => {
    const latest = new Map([...server.output().matchAll(/(Node \d+) starts: process (\d+)/g)].map(([, name, pid]) => [name, Number(pid)]));
    return [...latest.values()];
  };
  return { ...server, url, pids };
}
