import { createServer } from 'node:net';
import type { ForumConfig } from '../config/forum-config.js';
import { StartProblem } from './start-problem.js';

/** Before anything else is started: a taken port is the commonest mistake, and has a sentence. */
export function probeAddress({ port, host }: Pick<ForumConfig, 'port' | 'host'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', ({ code }: NodeJS.ErrnoException) =>
        reject(code === 'EADDRINUSE' ? new StartProblem('port-taken', { port, host }) : new StartProblem('address-unusable', { host })),
      )
      .listen(port, host, () => probe.close(() => resolve()));
  });
}
