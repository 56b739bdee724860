import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevisionSummary, RevisionView } from '@expert-forum/contracts';
import { QuietPoints } from '../../src/features/history/quiet-points.js';
import type { RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person } from '../people/forum.fixture.js';
import { Meeting, typeParagraph } from '../sessions/meeting.fixture.js';

const MINUTE = 60_000;

let meeting: Meeting;
let section: string;
let drafter: RawConnection;
let typed = 0;

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
beforeEach(async () => {
  section = await meeting.section('The Hub');
  drafter = await meeting.connect(meeting.people.expert);
  await drafter.join(section);
  typed = 0;
});
afterEach(() => drafter.close());
afterAll(() => meeting.end());

async function type(times: number): Promise<void> {
  for (let left = times; left > 0; left -= 1) {
    const answer = await drafter.push([typeParagraph(drafter, `Paragraph ${(typed += 1)}`)], { firstN: typed });
    expect(answer.ok).toBe(true);
  }
}

const revisions = (person: Person): Promise<RevisionSummary[]> => meeting.must(person, 'GET', `sections/${section}/revisions`);
const kinds = async (person: Person): Promise<string[]> => (await revisions(person)).map(({ kind, name }) => `${kind} ${name}`.trim());
const changePhase = (to: string): Promise<unknown> => meeting.must(meeting.people.moderator, 'POST', `sections/${section}/phase`, { to });

describe('revisions of themselves', () => {
  it('[HI3] are kept when the phase changes, with the text as it was frozen, and named in the row of the ledger', async () => {
    await type(1);
    await changePhase('consultation');
    const [kept] = await revisions(meeting.people.observer);
    const text = await meeting.must<{ seq: number; hash: string; document: object }>(meeting.people.observer, 'GET', `sections/${section}/text`);
    expect(kept).toMatchObject({ kind: 'phase', name: 'consultation', seq: text.seq, hash: text.hash, keptBy: expect.any(String) });
    expect(await meeting.must<RevisionView>(meeting.people.observer, 'GET', `revisions/${kept?.id}`)).toMatchObject({ document: text.document });
    const rows: { payload: object }[] = await meeting.forum.dataSource.query(
      "SELECT payload FROM ledger JOIN ledger_payload USING (forum_id, seq) WHERE verb = 'phase:changed' ORDER BY seq DESC LIMIT 1",
    );
    expect(rows[0]?.payload).toMatchObject({ revision: kept?.id });
  });

  it('[HI3] are not kept twice of one text', async () => {
    await changePhase('consultation');
    await changePhase('drafting');
    expect(await kinds(meeting.people.moderator)).toEqual(['phase consultation']);
  });

  it('[HI3] are kept once at a quiet point, whichever nodes see it, and without a row in the ledger', async () => {
    const other = await meeting.forum.anotherNode();
    const look = async (): Promise<void> => {
      await Promise.all([meeting.forum.app, other].map((node) => node.get(QuietPoints, { strict: false }).look()));
    };
    await type(18); // after the update that began the section
    await meeting.pass(10 * MINUTE);
    await look();
    expect(await kinds(meeting.people.moderator)).toEqual([]);
    await type(1);
    await meeting.pass(10 * MINUTE);
    const rows = (await meeting.ledger()).length;
    await look();
    await look();
    expect(await kinds(meeting.people.moderator)).toEqual(['quiet']);
    await type(20);
    await meeting.pass(9 * MINUTE);
    await look();
    expect(await kinds(meeting.people.moderator)).toEqual(['quiet']);
    await meeting.pass(MINUTE);
    await look();
    expect(await kinds(meeting.people.moderator)).toEqual(['quiet', 'quiet']);
    expect((await meeting.ledger()).length).toBe(rows);
    await other.close();
  });

  it('[HI2] are read, where work left them in passing, by those who wrote the section and by moderators alone', async () => {
    const { moderator, expert, observer, focalJpn, rapporteur, secretariat } = meeting.people;
    await type(20);
    await meeting.pass(10 * MINUTE);
    await meeting.forum.app.get(QuietPoints, { strict: false }).look();
    const [quiet] = await revisions(moderator);
    for (const person of [moderator, expert]) expect(await kinds(person)).toEqual(['quiet']);
    for (const person of [observer, focalJpn, rapporteur, secretariat]) {
      expect(await kinds(person)).toEqual([]);
      expect((await meeting.ask(person, 'GET', `revisions/${quiet?.id}`)).status).toBe(404);
    }
  });
});

describe('named revisions', () => {
  it('[HI4] are kept by moderators and the rapporteur of the section, with a row in the ledger, and read by everybody', async () => {
    const { moderator, rapporteur, observer } = meeting.people;
    const name = async (person: Person, body: object): Promise<number> => (await meeting.ask(person, 'POST', `sections/${section}/revisions`, body)).status;
    expect(await name(rapporteur, { name: 'v0.1' })).toBe(403);
    await meeting.must(moderator, 'PUT', `sections/${section}/rapporteur`, { mandateId: rapporteur.mandateId });
    expect(await name(rapporteur, { name: 'v0.1' })).toBe(201);
    await meeting.pass(1);
    expect(await name(moderator, { name: 'v0.2' })).toBe(201);
    for (const bad of ['', ' ', 'x'.repeat(200)]) expect(await name(moderator, { name: bad })).toBe(422);
    expect(await kinds(observer)).toEqual(['named v0.2', 'named v0.1']);
    const last = (await meeting.ledger()).at(-1);
    expect(last).toMatchObject({ verb: 'revision:named', object: { section, revision: expect.any(String) } });
  });

  it('[HI1] never change', async () => {
    await meeting.must(meeting.people.moderator, 'POST', `sections/${section}/revisions`, { name: 'v0.1' });
    await expect(meeting.forum.dataSource.query("UPDATE revision SET name = 'other'")).rejects.toThrow('append-only');
  });
});
