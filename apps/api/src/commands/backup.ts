import { takeBackup } from '../platform/backup/take-backup.js';
import { visitDatabase } from '../platform/database/open-database.js';
import { runCommand } from './run-command.js';

await runCommand({
  usage: 'backup FILE',
  reach: visitDatabase,
  run: async (url, [file = '']) => {
    const { tables, takenAt } = await takeBackup(url, file);
    const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
    return `${file} holds the forum as it was at ${takenAt}: ${tables.length} tables, ${bytes} bytes.`;
  },
});
