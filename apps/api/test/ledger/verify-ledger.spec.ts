import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

let forum: TestForum;
let by: InstallationPerformer;
let moderator: Person;

beforeAll(async () => {
  forum = await TestForum.start();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  // What a test spoils stays spoilt: each has a forum of its own, and the others' are taken out of the way.
  await tamper('TRUNCATE forum CASCADE');
  by = await forum.open();
  moderator = await forum.person(by, { role: 'moderator' });
  for (let n = 0; n < 3; n += 1) await forum.section(moderator);
});

/** As somebody does who has the database to themselves. */
async function tamper(statement: string): Promise<void> {
  await forum.dataSource.transaction(async (manager) => {
    await manager.query("SET LOCAL session_replication_role = 'replica'");
    await manager.query(statement);
  });
}

const faultAfter = async (statement: string): Promise<unknown> => {
  await tamper(statement);
  return (await verifyLedger(forum.dataSource)).fault;
};
const rows = async (): Promise<number> => (await verifyLedger(forum.dataSource)).rows;

describe('verifying the ledger', () => {
  it('[LE4] finds a chain whole from its first row', async () => {
    expect(await verifyLedger(forum.dataSource)).toEqual({ rows: 11, redacted: 0, fault: null });
  });

  it.each<[string, string]>([
    ['the verb', "SET verb = 'section:removed'"],
    ['the object', `SET object = object || '{"section":"s-0000000000"}'`],
    ['the time', "SET at = at + interval '1 millisecond'"],
    ['the actor', `SET actor = actor || '{"role":"secretariat"}'`],
    ['the hash of the payload', 'SET payload_hash = sha256(payload_hash)'],
    ['the hash', 'SET hash = sha256(hash)'],
  ])('[LE4] names the row of which %s was changed', async (_what, change) => {
    expect(await faultAfter(`UPDATE ledger ${change} WHERE seq = 5`)).toEqual({ forumId: by.forumId, seq: 5, fault: 'row-changed' });
  });

  it.each(['payload = \'{"title":{"en":"Another"}}\'', 'salt = sha256(salt)'])('[LE4] names the row of which the %s was set', async (change) => {
    expect(await faultAfter(`UPDATE ledger_payload SET ${change} WHERE seq = 5`)).toEqual({ forumId: by.forumId, seq: 5, fault: 'payload-changed' });
  });

  it('[LE4] names the place where a row is missing', async () => {
    expect(await faultAfter('DELETE FROM ledger WHERE seq = 5')).toEqual({ forumId: by.forumId, seq: 6, fault: 'row-missing' });
  });

  it('[LE4] names a forum whose whole ledger is missing', async () => {
    expect(await faultAfter('DELETE FROM ledger')).toEqual({ forumId: by.forumId, seq: 1, fault: 'row-missing' });
  });

  it('[LE4] names the row behind one that was made anew', async () => {
    await tamper('DELETE FROM ledger WHERE seq = 5');
    const forged = `INSERT INTO ledger SELECT forum_id, 5, at, actor, verb, object, centre_id, payload_hash, prev, hash FROM ledger WHERE seq = 4`;
    expect(await faultAfter(forged)).toMatchObject({ seq: 5, fault: 'chain-broken' });
  });

  it('[LE5] stands without a payload that was redacted, and counts it', async () => {
    await forum.dataSource.query('DELETE FROM ledger_payload WHERE seq IN (4, 5)');
    expect(await verifyLedger(forum.dataSource)).toEqual({ rows: 11, redacted: 2, fault: null });
  });

  it('[LE2] refuses to change a payload, and to change or remove a row', async () => {
    const { dataSource } = forum;
    await expect(dataSource.query("UPDATE ledger_payload SET payload = '{}'")).rejects.toThrow('append-only');
    await expect(dataSource.query("UPDATE ledger SET verb = ''")).rejects.toThrow('append-only');
    await expect(dataSource.query('DELETE FROM ledger')).rejects.toThrow('append-only');
    expect(await rows()).toBe(11);
  });

  it('[LE4] verifies every forum, each with a chain of its own', async () => {
    const other = await forum.open();
    expect(await rows()).toBe(12);
    expect(await faultAfter(`UPDATE ledger SET verb = 'x' WHERE forum_id = '${other.forumId}'`)).toEqual({ forumId: other.forumId, seq: 1, fault: 'row-changed' });
  });
});
