import { verifyTexts } from '../features/drafting/compaction/verify-texts.js';
import { openDataSource } from '../platform/database/data-source.js';
import { visitDatabase } from '../platform/database/open-database.js';
import { StartProblem } from '../platform/start/start-problem.js';
import { runCommand } from './run-command.js';

await runCommand({
  usage: 'verify-texts',
  reach: visitDatabase,
  run: async (url) => {
    const dataSource = await openDataSource(url);
    try {
      const { texts, rows, states, fault } = await verifyTexts(dataSource);
      if (fault !== null) throw new StartProblem('texts-broken', { section: fault.sectionId, seq: fault.seq, fault: fault.kind });
      return `The logs of ${texts} texts verify: ${rows} rows without a hole, ${states} kept states with the hashes that the logs give.`;
    } finally {
      await dataSource.destroy();
    }
  },
});
