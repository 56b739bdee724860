import { setTimeout } from 'node:timers/promises';
import { createApp } from './create-app.js';
import { DrainNode } from './features/drafting/drain-node.js';
import { announceAddress } from './platform/start/announce-address.js';
import { probeAddress } from './platform/start/probe-address.js';
import { readConfig } from './platform/config/read-config.js';
import { openDataSource } from './platform/database/data-source.js';
import { openDatabase } from './platform/database/open-database.js';
import { runOrExplain } from './platform/start/start-problem.js';
import { stopSignal } from './platform/start/stop-signal.js';

/** Connections and requests get this long to end before PostgreSQL is stopped all the same. */
const LONGEST_STOP_MS = 18_000;

await runOrExplain(async () => {
  const config = readConfig(process.env);
  await probeAddress(config);
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, await openDataSource(database.url), { hasWebApp: true });
    await app.listen(config.port, config.host);
    announceAddress(config, await app.getUrl());
    await stopSignal();
    const stopped = app.get(DrainNode, { strict: false }).drain().then(() => app.close());
    await Promise.race([stopped, setTimeout(LONGEST_STOP_MS)]);
  } finally {
    await database.close();
  }
  process.exit(0);
});
