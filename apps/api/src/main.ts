import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { DrainNode } from './features/drafting/drain-node.js';
import { announceAddress } from './platform/start/announce-address.js';
import { endInTime } from './platform/start/end-in-time.js';
import { probeAddress } from './platform/start/probe-address.js';
import { readConfig } from './platform/config/read-config.js';
import { openDataSource } from './platform/database/data-source.js';
import { openDatabase } from './platform/database/open-database.js';
import { runOrExplain } from './platform/start/start-problem.js';
import { stopSignal } from './platform/start/stop-signal.js';

await runOrExplain(async () => {
  const config = readConfig(process.env);
  await probeAddress(config);
  const database = await openDatabase(config);
  try {
    const app = await createApp(config, await openDataSource(database.url), { hasWebApp: true });
    await app.listen(config.port, config.host);
    announceAddress(config, await app.getUrl());
    await stopSignal();
    const faults = await endInTime([
      { name: 'Sending everybody elsewhere', untilMs: 12_000, run: () => app.get(DrainNode, { strict: false }).drain() },
      { name: 'Finishing what is under way', untilMs: 15_500, run: () => app.close() },
      { name: 'Stopping PostgreSQL', untilMs: 18_500, run: (leftMs) => database.close(leftMs) },
    ]);
    for (const fault of faults) new Logger('End').error(fault);
    process.exit(faults.length > 0 ? 1 : 0);
  } catch (error) {
    await database.close();
    throw error;
  }
});
