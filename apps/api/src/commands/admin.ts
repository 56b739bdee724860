import { isEmailAddress } from '@expert-forum/contracts';
import { createApp } from '../create-app.js';
import { InviteSecretariat } from '../features/people/invite-secretariat.js';
import { openDataSource } from '../platform/database/data-source.js';
import { visitDatabase } from '../platform/database/open-database.js';
import { StartProblem } from '../platform/start/start-problem.js';
import { runCommand } from './run-command.js';

await runCommand({
  usage: 'admin -- create-secretariat EMAIL',
  reach: visitDatabase,
  run: async (url, [email = ''], config) => {
    if (!isEmailAddress(email)) throw new StartProblem('email-invalid', { email });
    const app = await createApp({ ...config, demonstration: null }, await openDataSource(url), { hasWebApp: false });
    try {
      await app.init();
      const link = await app.get(InviteSecretariat).invite(email);
      const address = config.publicOrigins[0] ?? `http://${config.host}:${config.port}`;
      return `${address}${link.url}\nOpen it within 24 hours, once. Whoever has it becomes the secretariat.`;
    } finally {
      await app.close();
    }
  },
});
