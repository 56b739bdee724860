import { randomBytes, randomUUID } from 'node:crypto';
import { shortId } from '@expert-forum/domain';
import { startTestDatabase } from '@expert-forum/testing';
import { Client } from 'pg';
import { PostgresDraftingStore } from '../../src/features/drafting/store/postgres-drafting-store.js';
import { renewEpochs } from '../../src/features/drafting/store/renew-epochs.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { createDataSource, openDataSource } from '../../src/platform/database/data-source.js';
import { lockStatement, type Lock } from '../../src/platform/database/locks.js';
import type { Act, ContractWorld, Person, Place } from './contract-world.js';
import { LossyLine } from './lossy-line.js';

const NAME = '{"en": ""}';
const MOST_LOOKS = 1_000;
const WAITING = `
  SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
   WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`;

export async function startPostgresWorld(): Promise<ContractWorld> {
  const database = await startTestDatabase();
  const dataSource = await openDataSource(database.url);
  const [forumId, documentId, chapterId, centreId] = [randomUUID(), randomUUID(), newSectionId(), randomUUID()];
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const columns = Object.keys(row);
    await dataSource.query(`INSERT INTO ${table} (${columns}) VALUES (${columns.map((_, index) => `$${index + 1}`)})`, Object.values(row));
  };
  await insert('forum', { id: forumId, title: NAME, disclaimer: NAME, home_timezone: 'UTC', created_at: new Date() });
  await insert('country', { forum_id: forumId, code: 'UZB', name: NAME, timezone: 'UTC' });
  await insert('centre', { id: centreId, forum_id: forumId, country_code: 'UZB', code: 'UZB-A', name: NAME, created_at: new Date() });
  await insert('document', { id: documentId, forum_id: forumId, title: NAME, created_at: new Date() });
  const outline = { document_id: documentId, position: 1, title: NAME, phase: 'drafting', phase_changed_at: new Date() };
  await insert('section', { ...outline, id: chapterId });

  const stores: PostgresDraftingStore[] = [];
  const lines: LossyLine[] = [];
  return {
    node: async (fate = 'done') => {
      const line = fate === 'done' ? null : await LossyLine.to(database.url);
      if (line !== null) lines.push(line);
      if (fate !== 'done') void line?.lose(fate, Infinity);
      const store = new PostgresDraftingStore(line === null ? dataSource : createDataSource(line.url), new SystemClock());
      stores.push(store);
      return store;
    },
    section: async () => {
      const id = newSectionId();
      await insert('section', { ...outline, id, parent_id: chapterId });
      const [row]: { channel: number }[] = await dataSource.query('SELECT channel FROM section WHERE id = $1', [id]);
      return { id, forumId, channel: row?.channel ?? 0 };
    },
    drafter: async ({ id }) => {
      const [memberId, mandateId, loginId] = [randomUUID(), randomUUID(), randomUUID()];
      await insert('member', { id: memberId, email: `${memberId}@centre.example`, name: 'Somebody', language: 'en', created_at: new Date() });
      await insert('mandate', { id: mandateId, forum_id: forumId, member_id: memberId, centre_id: centreId, role: 'expert', starts_at: new Date(0) });
      await insert('login', { id: loginId, token_hash: randomBytes(32), member_id: memberId, created_at: new Date(), seen_at: new Date() });
      await insert('drafter', { section_id: id, mandate_id: mandateId });
      return { loginId, mandateId };
    },
    begin: async (act, place, person) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await client.query(`BEGIN; ${lockStatement([lockOf(act, place, person)])}`);
      return {
        untilSomebodyWaits: async () => {
          for (let look = 0; (await dataSource.query(WAITING)).length === 0; look++) if (look > MOST_LOOKS) throw new Error('nobody waits');
        },
        commit: async () => {
          await commit(client, act, place, person);
          await client.query('COMMIT');
          await client.end();
        },
      };
    },
    stop: async () => {
      await Promise.all(stores.map((store) => store.onApplicationShutdown()));
      lines.forEach((line) => line.stop());
      await dataSource.destroy();
      await database.stop();
    },
  };
}

const newSectionId = (): string => shortId('s', randomBytes);

function lockOf(act: Act, { channel }: Place, { loginId, mandateId }: Person): Lock {
  if (act === 'withdraw') return { of: 'mandate', key: mandateId, mode: 'exclusive' };
  return act === 'sign out' ? { of: 'login', key: loginId, mode: 'exclusive' } : { of: 'section', key: channel, mode: 'exclusive' };
}

async function commit(client: Client, act: Act, { id }: Place, { loginId, mandateId }: Person): Promise<unknown> {
  switch (act) {
    case 'freeze':
      return client.query("UPDATE section SET phase = 'consultation' WHERE id = $1", [id]);
    case 'reopen':
      return client.query("UPDATE section SET phase = 'drafting' WHERE id = $1", [id]);
    case 'remove section':
      return client.query('UPDATE section SET removed_at = now() WHERE id = $1', [id]);
    case 'remove drafter':
      return client.query('DELETE FROM drafter WHERE section_id = $1 AND mandate_id = $2', [id, mandateId]);
    case 'name drafter':
      return client.query('INSERT INTO drafter (section_id, mandate_id) VALUES ($1, $2)', [id, mandateId]);
    case 'withdraw':
      return client.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [mandateId]);
    case 'sign out':
      return client.query('UPDATE login SET ended_at = now() WHERE id = $1', [loginId]);
    case 'renew epoch':
      return renewEpochs(client);
  }
}
