import { visitDatabase } from '../platform/database/open-database.js';
import { openDataSource } from '../platform/database/data-source.js';
import { verifyLedger } from '../platform/ledger/verify-ledger.js';
import { StartProblem } from '../platform/start/start-problem.js';
import { runCommand } from './run-command.js';

await runCommand({
  usage: 'verify-ledger',
  reach: visitDatabase,
  run: async (url) => {
    const dataSource = await openDataSource(url);
    try {
      const { rows, redacted, fault } = await verifyLedger(dataSource);
      if (fault !== null) throw new StartProblem('ledger-broken', { seq: fault.seq, fault: fault.fault });
      return `The chain verifies: ${rows} rows, ${redacted} of them redacted.`;
    } finally {
      await dataSource.destroy();
    }
  },
});
