import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevisionSummary } from '@expert-forum/contracts';
import { LIMITS } from '@expert-forum/domain';
import { LargeDeletions } from '../../src/features/history/large-deletions.js';
import type { RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person } from '../people/forum.fixture.js';
import { Meeting, typeParagraph } from '../sessions/meeting.fixture.js';

const WORDS = 'Six centres write one text. '.repeat(10);

let meeting: Meeting;
let section: string;
let drafter: RawConnection;
let sent = 0;

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
beforeEach(async () => {
  section = await meeting.section('The Hub');
  await meeting.must(meeting.people.moderator, 'POST', `sections/${section}/drafters`, { mandateId: meeting.people.focalJpn.mandateId });
  drafter = await meeting.connect(meeting.people.expert);
  await drafter.join(section);
  sent = 0;
  for (let left = 4; left > 0; left -= 1) await push(typeParagraph(drafter, WORDS));
});
afterEach(() => drafter.close());
afterAll(() => meeting.end());

async function push(update: Uint8Array): Promise<void> {
  expect(await drafter.push([update], { firstN: (sent += 1) })).toMatchObject({ ok: true });
}

/** All paragraphs but the first. */
const deleteFrom = (index: number): Uint8Array => drafter.change((body) => body.delete(index, body.length - index));
const settled = (): Promise<void> => meeting.forum.app.get(LargeDeletions, { strict: false }).settled();
const deletions = async (person: Person): Promise<RevisionSummary[]> =>
  (await meeting.must<RevisionSummary[]>(person, 'GET', `sections/${section}/revisions`)).filter(({ kind }) => kind === 'deletion');
const bringBack = (person: Person, revisionId: string | undefined) => meeting.ask(person, 'POST', `sections/${section}/restoration`, { revisionId });
const textNow = (): Promise<{ hash: string; seq: number }> => meeting.must(meeting.people.observer, 'GET', `sections/${section}/text`);

describe('a large deletion', () => {
  it('[HI13] keeps the text as it was, names who made it, and has a row in the ledger', async () => {
    const before = await textNow();
    await push(deleteFrom(1));
    await settled();
    const [kept, ...others] = await deletions(meeting.people.focalJpn);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ hash: before.hash, seq: before.seq, keptBy: expect.any(String) });
    const rows: { verb: string; object: object; payload: object }[] = await meeting.forum.dataSource.query(
      'SELECT verb, object, payload FROM ledger JOIN ledger_payload USING (forum_id, seq) ORDER BY seq DESC LIMIT 1',
    );
    expect(rows[0]).toMatchObject({
      verb: 'deletion:noticed',
      object: { section, revision: kept?.id },
      payload: { mandate: meeting.people.expert.mandateId, seqBefore: before.seq, seq: before.seq + 1 },
    });
  });

  it('[HI13] is noticed in many small changes within a minute, and not in slow ones', async () => {
    const before = await textNow();
    for (const last of [4, 3]) {
      await push(deleteFrom(last));
      await meeting.pass(LIMITS.largeDeletion.within / 2);
    }
    await push(deleteFrom(1));
    await settled();
    expect((await deletions(meeting.people.moderator)).map(({ hash }) => hash)).toEqual([before.hash]);
  });

  it('[HI13] is none where a text shrinks slowly, little by little', async () => {
    for (const last of [4, 3, 2, 1]) {
      await push(deleteFrom(last));
      await meeting.pass(LIMITS.largeDeletion.within + 1);
    }
    await settled();
    expect(await deletions(meeting.people.moderator)).toEqual([]);
  });

  it('[HI13] is noticed at once after a long rest, and once by all nodes that have readers', async () => {
    const url = await meeting.startNode();
    const reader = await meeting.connect(meeting.people.focalJpn, url);
    await reader.join(section);
    await meeting.pass(10 * LIMITS.largeDeletion.within);
    const heard = new Promise((resolve) => reader.socket.once('outline:changed', resolve));
    await push(deleteFrom(1));
    await settled();
    await heard;
    expect(await deletions(meeting.people.moderator)).toHaveLength(1);
    reader.close();
  });

  it('[HI14] is brought back by any drafter, with every word, and by nobody who may not type', async () => {
    const before = await textNow();
    await push(deleteFrom(1));
    await settled();
    const [kept] = await deletions(meeting.people.focalJpn);
    for (const person of [meeting.people.observer, meeting.people.focalUzb, meeting.people.rapporteur]) expect((await bringBack(person, kept?.id)).status).toBe(403);
    expect((await bringBack(meeting.people.focalJpn, kept?.id)).status).toBe(200);
    expect((await textNow()).hash).toBe(before.hash);
    expect((await bringBack(meeting.people.focalJpn, kept?.id)).body).toMatchObject({ code: 'text-already-so' });
  });

  it('[HI14] is not brought back by a drafter where text may not be typed', async () => {
    await push(deleteFrom(1));
    await settled();
    const [kept] = await deletions(meeting.people.moderator);
    await meeting.must(meeting.people.moderator, 'POST', `sections/${section}/phase`, { to: 'consultation' });
    expect((await bringBack(meeting.people.expert, kept?.id)).body).toMatchObject({ code: 'section-frozen' });
  });

  it('[HI9] gives a drafter no right to bring back anything else', async () => {
    const { id } = await meeting.must<{ id: string }>(meeting.people.moderator, 'POST', `sections/${section}/revisions`, { name: 'v0.1' });
    await push(deleteFrom(4));
    expect((await bringBack(meeting.people.expert, id)).status).toBe(403);
  });
});
