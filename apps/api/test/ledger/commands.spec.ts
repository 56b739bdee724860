import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DocumentsController } from '../../src/features/documents/documents.controller.js';
import { PeopleController } from '../../src/features/people/people.controller.js';
import { Announcer, type Announcement } from '../../src/platform/announcer/announcer.js';
import { takeLocks } from '../../src/platform/database/locks.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.js';
import { declaredRoutes } from '../authority/enumerate-doors.js';
import { TestForum, type Person, type Place } from '../people/forum.fixture.js';

interface Row {
  readonly seq: number;
  readonly verb: string;
  readonly object: Record<string, string>;
  readonly actor: Record<string, unknown>;
  readonly payload: Record<string, unknown>;
}

let forum: TestForum;
let by: InstallationPerformer;
let secretariat: Person;
let moderator: Person;
let member: Person;
let rapporteur: Person;
let place: Place;
let centreId: string;
let made = 0;

const rowsAfter = (seq: number): Promise<Row[]> =>
  forum.dataSource.query(
    'SELECT seq, verb, object, actor, payload FROM ledger JOIN ledger_payload USING (forum_id, seq) WHERE forum_id = $1 AND seq > $2 ORDER BY seq',
    [by.forumId, seq],
  );
const head = async (): Promise<number> => (await rowsAfter(0)).at(-1)?.seq ?? 0;

beforeAll(async () => {
  forum = await TestForum.start();
  by = await forum.open();
  centreId = await forum.centre(by, 'UZB-CTP');
});
afterAll(() => forum.stop());
beforeEach(async () => {
  secretariat = await forum.person(by, { role: 'secretariat' });
  moderator = await forum.person(by, { role: 'moderator' });
  member = await forum.person(by, { role: 'expert', centreId });
  rapporteur = await forum.person(by, { role: 'rapporteur' });
  place = await forum.section(moderator);
});

type Ask = () => ReturnType<TestForum['ask']>;
const title = { en: 'A title' };
const drafters = (): string => `sections/${place.sectionId}/drafters`;

/** For every route that changes something of people and documents, how it is asked for and the verb of its row. */
const COMMANDS: Readonly<Record<string, [verb: string, ask: Ask, before?: Ask]>> = {
  'POST /api/v1/centres': ['centre:created', () => forum.ask(secretariat, 'POST', 'centres', { code: `UZB-C${(made += 1)}`, name: title })],
  'POST /api/v1/invitations': [
    'member:invited',
    () => forum.ask(secretariat, 'POST', 'invitations', { email: `n${(made += 1)}@forum.example`, name: 'N', language: 'en', role: 'observer' }),
  ],
  'POST /api/v1/mandates': ['mandate:granted', () => forum.ask(secretariat, 'POST', 'mandates', { memberId: member.memberId, role: 'observer' })],
  'PATCH /api/v1/mandates/:id': ['mandate:limited', () => forum.ask(secretariat, 'PATCH', `mandates/${member.mandateId}`, { endsAt: '2030-01-01' })],
  'POST /api/v1/mandates/:id/withdrawal': ['mandate:withdrawn', () => forum.ask(secretariat, 'POST', `mandates/${member.mandateId}/withdrawal`)],
  'POST /api/v1/members/:id/password-links': ['password-link:created', () => forum.ask(secretariat, 'POST', `members/${member.memberId}/password-links`)],
  'POST /api/v1/members/:id/suspension': ['member:suspended', () => forum.ask(secretariat, 'POST', `members/${member.memberId}/suspension`)],
  'DELETE /api/v1/members/:id/suspension': ['member:readmitted', () => forum.ask(secretariat, 'DELETE', `members/${member.memberId}/suspension`)],
  'POST /api/v1/documents': ['document:created', () => forum.ask(moderator, 'POST', 'documents', { title })],
  'POST /api/v1/documents/:id/sections': ['section:added', () => forum.ask(moderator, 'POST', `documents/${place.documentId}/sections`, { title })],
  'PATCH /api/v1/sections/:id': ['section:renamed', () => forum.ask(moderator, 'PATCH', `sections/${place.sectionId}`, { title })],
  'PUT /api/v1/sections/:id/place': ['section:moved', () => forum.ask(moderator, 'PUT', `sections/${place.sectionId}/place`, {})],
  'DELETE /api/v1/sections/:id': ['section:removed', () => forum.ask(moderator, 'DELETE', `sections/${place.sectionId}`)],
  'POST /api/v1/sections/:id/phase': ['phase:changed', () => forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: 'consultation' })],
  'POST /api/v1/sections/:id/drafters': ['drafter:named', () => forum.ask(moderator, 'POST', drafters(), { mandateId: member.mandateId })],
  'DELETE /api/v1/sections/:id/drafters/:mandateId': [
    'drafter:removed',
    () => forum.ask(moderator, 'DELETE', `${drafters()}/${member.mandateId}`),
    () => forum.ask(moderator, 'POST', drafters(), { mandateId: member.mandateId }),
  ],
  'PUT /api/v1/sections/:id/rapporteur': ['rapporteur:set', () => forum.ask(moderator, 'PUT', `sections/${place.chapterId}/rapporteur`, { mandateId: rapporteur.mandateId })],
};

describe('every command', () => {
  it('[LE1] of people and documents is in the table below', () => {
    const routes = [...declaredRoutes(forum.app)].filter(([route, { owner }]) => !route.startsWith('GET ') && (owner === PeopleController || owner === DocumentsController));
    const commands = routes.map(([route]) => route);
    expect(Object.keys(COMMANDS).sort()).toEqual(commands.sort());
  });

  it.each(Object.entries(COMMANDS))('[LE1] %s appends one row', async (_route, [verb, ask, before]) => {
    await before?.();
    const seq = await head();
    const { status, body } = await ask();
    expect([status < 300, body.code]).toEqual([true, undefined]);
    const rows = await rowsAfter(seq);
    const performer = verb.startsWith('centre') || /^(member|mandate|password)/.test(verb) ? secretariat : moderator;
    expect(rows).toMatchObject([
      { seq: seq + 1, verb, actor: { kind: 'mandate', memberId: performer.memberId, mandateId: performer.mandateId, centreId: null } },
    ]);
    expect(Object.values(rows[0]?.object ?? {})).not.toContain(undefined);
    expect(JSON.stringify(rows)).not.toMatch(/@forum\.example|invite\//);
    expect((await verifyLedger(forum.dataSource)).fault).toBeNull();
  });

  it('[LE1] that is refused appends none', async () => {
    const seq = await head();
    const asks = [
      forum.ask(secretariat, 'POST', 'centres', { code: 'UZB-CTP', name: title }),
      forum.ask(secretariat, 'POST', 'invitations', { email: member.email, name: 'N', language: 'en', role: 'observer' }),
      forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: 'agreed' }),
      forum.ask(moderator, 'POST', drafters(), { mandateId: randomUUID() }),
      forum.ask(member, 'POST', 'documents', { title }),
    ];
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual([409, 409, 409, 404, 403]);
    expect(await head()).toBe(seq);
  });
});

describe('commands at the same moment', () => {
  it('[LE3] keep the chain dense and whole, with one row each', async () => {
    const seq = await head();
    const asks = Array.from({ length: 40 }, (_, n) =>
      n % 2 === 0 ? forum.ask(moderator, 'POST', 'documents', { title }) : forum.ask(secretariat, 'POST', 'centres', { code: `JPN-D${n}`, name: title }),
    );
    expect((await Promise.all(asks)).map(({ status }) => status)).toEqual(asks.map(() => 201));
    const rows = await rowsAfter(seq);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 40 }, (_, n) => seq + 1 + n));
    expect(await verifyLedger(forum.dataSource)).toMatchObject({ fault: null });
  });
});

describe('authority', () => {
  it('[LE6] is read in the transaction that writes: what ends meanwhile ends the command', async () => {
    const release = await hold(moderator.mandateId);
    const asked = forum.ask(moderator, 'POST', 'documents', { title }).then((answer) => answer);
    await waitsForALock();
    await forum.dataSource.query('UPDATE mandate SET withdrawn_at = now() WHERE id = $1', [moderator.mandateId]);
    await release();
    expect((await asked).body.code).toBe('mandate-not-held');
  });
});

describe('announcements', () => {
  it('[LE7] come after the commit, in the order of the ledger, each once', async () => {
    const heard: { announcement: Announcement; isCommitted: boolean }[] = [];
    const leave = forum.app.get(Announcer).subscribe(async (announcement) => {
      const rows: unknown[] = await forum.dataSource.query('SELECT FROM ledger WHERE forum_id = $1 AND seq = $2', [announcement.forumId, announcement.seq]);
      heard.push({ announcement, isCommitted: rows.length === 1 });
    });
    const seq = await head();
    await Promise.all(Array.from({ length: 10 }, () => forum.ask(moderator, 'POST', 'documents', { title }).expect(201)));
    leave();
    expect(heard.map(({ announcement }) => announcement.seq)).toEqual(Array.from({ length: 10 }, (_, n) => seq + 1 + n));
    expect(heard.every(({ isCommitted, announcement }) => isCommitted && announcement.verb === 'document:created')).toBe(true);
  });

  it('[LE7] reach every listener, also when another one fails', async () => {
    const heard: string[] = [];
    const announcer = forum.app.get(Announcer);
    const leaves = [
      announcer.subscribe(() => {
        throw new Error('of a listener');
      }),
      announcer.subscribe(({ verb }) => void heard.push(verb)),
    ];
    await forum.ask(moderator, 'POST', 'documents', { title }).expect(201);
    leaves.forEach((leave) => leave());
    expect(heard).toEqual(['document:created']);
  });

  it('[LE7] reach the other nodes, and say nothing of what was refused', async () => {
    const other = await forum.anotherNode();
    const heard = new Promise<Announcement>((resolve) => other.get(Announcer).subscribe(resolve));
    await forum.ask(moderator, 'POST', `sections/${place.sectionId}/phase`, { to: 'agreed' }).expect(409);
    await forum.ask(moderator, 'POST', 'documents', { title }).expect(201);
    expect(await heard).toMatchObject({ verb: 'document:created', payload: { title } });
    await other.close();
  });
});

/** Keeps others from a mandate until it is released. */
async function hold(mandateId: string): Promise<() => Promise<void>> {
  const runner = forum.dataSource.createQueryRunner();
  await runner.startTransaction();
  await takeLocks(runner.manager, [{ of: 'mandate', key: mandateId, mode: 'exclusive' }]);
  return async () => {
    await runner.commitTransaction();
    await runner.release();
  };
}

/** Resolves when somebody in this database waits for an advisory lock. */
async function waitsForALock(): Promise<void> {
  for (;;) {
    const rows: unknown[] = await forum.dataSource.query(
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    if (rows.length > 0) return;
  }
}
