import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { createApp } from './create-app.js';
import { announceAddress } from './platform/start/announce-address.js';
import { readConfig } from './platform/config/read-config.js';
import { openDataSource } from './platform/database/data-source.js';
import { openDatabase } from './platform/database/open-database.js';
import { runOrExplain, StartProblem } from './platform/start/start-problem.js';
import type { ForumConfig } from './platform/config/forum-config.js';

/** Requests and sockets get this long to end before PostgreSQL is stopped all the same. */
const DRAIN_MS = 10_000;

await runOrExplain(async () => {
  const config = readConfig(process.env);
  await probeAddress(config);
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, await openDataSource(database.url), { hasWebApp: true });
    await app.listen(config.port, config.host);
    announceAddress(config, await app.getUrl());
    await stopSignal();
    await Promise.race([app.close(), setTimeout(DRAIN_MS)]);
  } finally {
    await database.close();
  }
  process.exit(0);
});

/** Before anything else is started: a taken port is the commonest mistake, and has a sentence. */
function probeAddress({ port, host }: ForumConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', ({ code }: NodeJS.ErrnoException) =>
        reject(code === 'EADDRINUSE' ? new StartProblem('port-taken', { port, host }) : new StartProblem('address-unusable', { host })),
      )
      .listen(port, host, () => probe.close(() => resolve()));
  });
}

/** A terminal and npm may both pass on one Ctrl-C: whatever follows the first signal must not cut the draining short. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}
