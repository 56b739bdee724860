import { createApp } from '@expert-forum/api/dist/create-app.js';
import { DrainNode } from '@expert-forum/api/dist/features/drafting/drain-node.js';
import { KeepOutline } from '@expert-forum/api/dist/features/documents/keep-outline.js';
import { CreateForum } from '@expert-forum/api/dist/features/people/create-forum.js';
import { Forums } from '@expert-forum/api/dist/features/people/forums.js';
import { PeopleService } from '@expert-forum/api/dist/features/people/people.service.js';
import { readConfig } from '@expert-forum/api/dist/platform/config/read-config.js';
import { openDataSource } from '@expert-forum/api/dist/platform/database/data-source.js';
import { openDatabase } from '@expert-forum/api/dist/platform/database/open-database.js';
import type { Performer } from '@expert-forum/api/dist/platform/ledger/performer.js';
import { ForumIoAdapter } from '@expert-forum/api/dist/platform/realtime/forum-io-adapter.js';
import { stopSignal } from '@expert-forum/api/dist/platform/start/stop-signal.js';

/**
 * The modules of the forum with one limit of their own: everybody may come at once, but where `--admitting` leaves the forum's.
 * `SECTIONS` empty sections are made on an empty database; one that has a forum is left as it is.
 */
const EVERYBODY_AT_ONCE = { handshakesPerSecond: 1_000_000 };
/** Each section that is added looks at its chapter's others. */
const SECTIONS_A_CHAPTER = 50;

const config = readConfig(process.env);
const { url } = await openDatabase(config);
const app = await createApp(config, await openDataSource(url), { hasWebApp: false });
app.useWebSocketAdapter(new ForumIoAdapter(app, process.argv.includes('--admitting') ? {} : EVERYBODY_AT_ONCE));
await app.init();
if ((await app.get(Forums, { strict: false }).first()) === null) await makeSections(Number(process.env.SECTIONS));
await app.listen(config.port, config.host);
await stopSignal();
await app.get(DrainNode, { strict: false }).drain();
await app.close();
process.exit(0);

async function makeSections(count: number): Promise<void> {
  const outline = app.get(KeepOutline, { strict: false });
  const title = { en: 'Benchmark' };
  const countries = [{ code: 'KAZ', name: title, timezone: 'UTC' }];
  const forumId = await app.get(CreateForum, { strict: false }).create({ title, disclaimer: title, homeTimezone: 'UTC', countries });
  const by: Performer = { kind: 'installation', forumId };
  await app.get(PeopleService, { strict: false }).createCentre(by, { code: 'KAZ', name: title });
  const document = await outline.createDocument(by, title);
  let chapterId = '';
  for (let made = 0; made < count; made += 1) {
    if (made % SECTIONS_A_CHAPTER === 0) chapterId = (await outline.add(by, document.id, { title })).id;
    await outline.add(by, document.id, { parentId: chapterId, title }, { blocks: [''] });
  }
}
