import { renewEpochs } from '../features/drafting/store/renew-epochs.js';
import { restoreBackup } from '../platform/backup/restore-backup.js';
import { openDatabase } from '../platform/database/open-database.js';
import { runCommand } from './run-command.js';

await runCommand({
  usage: 'restore FILE',
  reach: openDatabase,
  run: async (url, [file = '']) => {
    const { tables, takenAt } = await restoreBackup(url, file, renewEpochs);
    return `The forum is back as it was at ${takenAt}: ${tables.length} tables, every hash right.`;
  },
});
