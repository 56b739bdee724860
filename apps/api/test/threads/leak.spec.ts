import { BODY, encodePush, placesOf, RunningText } from '@expert-forum/collab';
import type { JoinedSection, ThreadView, WordPlaces } from '@expert-forum/contracts';
import { startTestDatabase, type TestDatabase } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import * as Y from 'yjs';
import { newPlace, startForum, type RunningForum } from '../start/running-forum.js';
import { Witness } from './witness.fixture.js';

// Planted in everything that a centre says among its own; nobody else may ever receive it, nor the ids of what it stands in.
const MARK = 'zq7-caucus-mark';
const CENTRE = { focal: 'kamola@chirchik.example', expert: 'timur@chirchik.example' };
const OTHERS = [
  'secretariat@forum.example',
  'chair@forum.example',
  'rapporteur1@forum.example',
  'rapporteur2@forum.example',
  'tr-ru@forum.example',
  'observer1@partner.example',
  'gulnora@silkroad.example', // of another centre of the same country
  'haruka@musashi.example',
  'kenta@musashi.example',
];

const place = newPlace();
let database: TestDatabase;
let forum: RunningForum;
let client: Client;
let focal: Witness;
let expert: Witness;
let others: Witness[];
let sectionId: string;
let doc: Y.Doc;
let joined: JoinedSection;
let caucus: ThreadView;
/** Ids that the centre's threads and comments have. */
const secrets = new Set<string>();

const query = async <T extends object>(statement: string, values: unknown[] = []): Promise<T[]> => (await client.query<T>(statement, values)).rows;

beforeAll(async () => {
  database = await startTestDatabase();
  forum = await startForum(place.directory, { DATABASE_URL: database.url, DEMO: 'true', LOG_LEVEL: 'trace' });
  client = new Client({ connectionString: database.url });
  await client.connect();
  const [drafted] = await query<{ id: string }>(
    `SELECT section.id FROM section JOIN drafter ON section_id = section.id JOIN mandate ON mandate.id = mandate_id JOIN member ON member.id = member_id
      WHERE email = $1 AND phase = 'drafting' ORDER BY section.id LIMIT 1`,
    [CENTRE.expert],
  );
  sectionId = drafted?.id ?? '';
  [focal, expert] = [await Witness.enter(forum.url, CENTRE.focal), await Witness.enter(forum.url, CENTRE.expert)];
  others = await Promise.all(OTHERS.map((email) => Witness.enter(forum.url, email)));
  for (const each of [focal, ...others]) await join(each);
  doc = new Y.Doc({ gc: false });
  joined = await join(expert);
  Y.applyUpdate(doc, new Uint8Array(joined.state));
  doc.clientID = joined.granted[0] ?? 0;
}, 120_000);
afterAll(async () => {
  [focal, expert, ...others].forEach((each) => each.leave());
  await client.end();
  await forum.stop();
  await database.stop();
  place.remove();
});

async function join(witness: Witness): Promise<JoinedSection> {
  const answer = await witness.send('section:join', { sectionId, schema: 1, resume: [], fresh: 1 });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value as JoinedSection;
}

/** The expert deletes the first words of the text. */
async function removeStart(length: number): Promise<void> {
  const updates: Uint8Array[] = [];
  doc.once('update', (update: Uint8Array) => updates.push(update));
  const block = doc.getXmlFragment(BODY).get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (text instanceof Y.XmlText) text.delete(0, length);
  const { channel, epoch } = joined;
  const answer = await expert.send('update:push', encodePush({ channel, epoch, lease: doc.clientID, firstN: 1, updates }));
  expect(answer).toMatchObject({ ok: true });
}

function places(from: number, length: number): WordPlaces {
  return placesOf(new RunningText(doc.getXmlFragment(BODY)), { from, to: from + length });
}

/** The thread that a command is answered with, by whichever door. */
function kept(answer: unknown): ThreadView {
  const thread = answer as ThreadView;
  secrets.add(thread.id);
  thread.comments.forEach(({ id }) => secrets.add(id));
  return thread;
}

async function overSocket(witness: Witness, name: Parameters<Witness['send']>[0], payload: object): Promise<ThreadView> {
  const answer = await witness.send(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}`);
  return kept(answer.value);
}

async function overHttp(witness: Witness, method: string, path: string, body?: object): Promise<ThreadView> {
  const answer = await witness.ask(method, `/api/v1/${path}`, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return kept(answer.body);
}

const said = (what: string): object => ({ key: randomUUID(), body: `${MARK} ${what}`, mentions: [] });

/** Everything that can happen to a centre's thread. */
async function discussAmongOurselves(): Promise<void> {
  const [colleague] = await query<{ id: string }>('SELECT id FROM member WHERE email = $1', [CENTRE.focal]);
  const thread = { ...said('opened'), visibility: 'centre', words: places(0, 12) };
  const { id: threadId } = await overSocket(expert, 'thread:open', { sectionId, ...thread });
  await overHttp(focal, 'POST', `sections/${sectionId}/threads`, { ...said('by the focal point'), visibility: 'centre', words: places(20, 8) });
  await overHttp(focal, 'POST', `threads/${threadId}/comments`, said('replied'));
  const replied = await overSocket(expert, 'comment:add', { threadId, ...said('replied, too') });
  const commentId = replied.comments[2]?.id ?? '';
  await overSocket(expert, 'comment:edit', { commentId, body: `${MARK} edited`, mentions: [colleague?.id] });
  await overHttp(expert, 'PATCH', `comments/${commentId}`, { body: `${MARK} edited again`, mentions: [] });
  await overHttp(expert, 'DELETE', `comments/${commentId}`);
  await overHttp(focal, 'POST', `threads/${threadId}/resolution`, { disposition: 'noted', reason: `${MARK} reason` });
  await overSocket(expert, 'thread:reopen', { threadId });
  await overSocket(focal, 'thread:resolve', { threadId, disposition: 'declined', reason: `${MARK} other reason` });
  caucus = await overSocket(expert, 'thread:reopen', { threadId });
}

/** Resolves when all have received what was sent before: a thread of the forum is sent to everybody, in order. */
async function everybodyHeard(): Promise<void> {
  const heard = others.map((each) => each.next('thread:changed'));
  const thread = { key: randomUUID(), body: 'For all', mentions: [], visibility: 'forum', words: places(60, 6) };
  await expert.ask('POST', `/api/v1/sections/${sectionId}/threads`, thread);
  await Promise.all(heard);
}

function expectNothing(text: string, of: string): void {
  expect([of, text.includes(MARK)]).toEqual([of, false]);
  for (const id of secrets) expect([of, text.includes(id)]).toEqual([of, false]);
}

describe('[TH1] what a centre says among its own', () => {
  beforeAll(discussAmongOurselves, 60_000);

  it('reaches those of the centre who have the section open', async () => {
    await everybodyHeard();
    expect(focal.frames.filter((frame) => frame.includes(`${MARK} edited again`)).length).toBeGreaterThan(0);
    const list = await focal.ask('GET', `/api/v1/sections/${sectionId}/threads`);
    expect(JSON.stringify(list.body)).toContain(`${MARK} opened`);
    const trace = await focal.ask('GET', `/api/v1/comments/${caucus.comments[2]?.id}/trace`);
    expect([trace.status, focal.answers.at(-1)?.split(MARK).length]).toEqual([200, 4]);
  });

  it('is in no frame of anybody else’s socket, also when its words are deleted and it is attached anew', async () => {
    await overHttp(focal, 'POST', `threads/${caucus.id}/comments`, said('one more'));
    const detached = focal.next('thread:changed');
    await removeStart(12);
    await detached;
    await overSocket(focal, 'thread:attach', { threadId: caucus.id, ...places(30, 10) });
    await everybodyHeard();
    for (const witness of others) {
      expect(witness.frames.some((frame) => frame.includes('For all'))).toBe(true);
      expectNothing(witness.frames.join('\n'), `frames of ${witness.email}`);
    }
  });

  // Before anybody else asks with ids of this centre.
  it('is in no line of the log, even when storing it fails', async () => {
    await query("ALTER TABLE comment ADD CONSTRAINT refused CHECK (body NOT LIKE '%that fails') NOT VALID");
    const failed = await expert.ask('POST', `/api/v1/threads/${caucus.id}/comments`, said('that fails'));
    const overSocketToo = await expert.send('comment:add', { threadId: caucus.id, ...said('that fails') });
    await query('ALTER TABLE comment DROP CONSTRAINT refused');
    expect([failed.status, overSocketToo.ok ? null : overSocketToo.problem.status]).toEqual([500, 500]);
    const log = forum.output();
    expect(log.split('violates check constraint').length).toBeGreaterThan(2);
    expect(log).toContain('/api/v1/threads/…/comments');
    expectNothing(log, 'the log');
  });

  it('is in no answer to anybody else, whatever can be asked with every id that is known', async () => {
    const described = await (await fetch(`${forum.url}/api/v1/openapi.json`)).json();
    const paths = Object.entries<Record<string, unknown>>(described.paths).filter(([, methods]) => 'get' in methods).map(([path]) => path);
    expect(paths).toEqual(expect.arrayContaining(['/api/v1/sections/{id}/threads', '/api/v1/comments/{id}/trace', '/api/v1/people', '/api/v1/mentionables']));
    const known = await query<{ id: string }>(
      `SELECT id::text FROM document UNION SELECT $1 UNION (SELECT id::text FROM session LIMIT 1) UNION (SELECT id::text FROM revision LIMIT 1)
        UNION SELECT mandate_id::text FROM comment`,
      [sectionId],
    );
    const ids = [...known.map(({ id }) => id), caucus.id, caucus.comments[0]?.id ?? ''];
    const asked = paths.flatMap((path) => (path.includes('{') ? ids.map((id) => path.replace(/\{\w+\}/g, id)) : [path]));
    for (const witness of others) {
      await Promise.all(asked.map((path) => witness.ask('GET', path)));
      await witness.ask('GET', `/api/v1/sections/${sectionId}/threads?after=${caucus.id}`);
      for (const visibility of ['forum', 'centre']) await witness.ask('GET', `/api/v1/mentionables?visibility=${visibility}`);
      expectNothing(witness.answers.join('\n'), `answers to ${witness.email}`);
    }
  }, 120_000);

  it('cannot be told by any problem from what was never there', async () => {
    const wording = { body: 'x', mentions: [] };
    const commands = (threadId: string, commentId: string): [string, string, object | undefined][] => [
      ['POST', `threads/${threadId}/comments`, { key: randomUUID(), ...wording }],
      ['POST', `threads/${threadId}/resolution`, { disposition: 'noted', reason: 'x' }],
      ['POST', `threads/${threadId}/reopening`, undefined],
      ['PUT', `threads/${threadId}/anchor`, places(0, 5)],
      ['PATCH', `comments/${commentId}`, wording],
      ['DELETE', `comments/${commentId}`, undefined],
      ['GET', `comments/${commentId}/trace`, undefined],
    ];
    const answered = async (witness: Witness, threadId: string, commentId: string): Promise<unknown[]> => {
      const answers = [];
      for (const [method, path, body] of commands(threadId, commentId)) {
        const { status, body: problem } = await witness.ask(method, `/api/v1/${path}`, body);
        answers.push([status, { ...problem, instance: null }]);
      }
      const words = { threadId, ...places(0, 5) };
      for (const answer of [
        await witness.send('comment:add', { threadId, key: randomUUID(), ...wording }),
        await witness.send('thread:reopen', { threadId }),
        await witness.send('thread:attach', words),
        await witness.send('thread:resolve', { threadId, disposition: 'noted', reason: 'x' }),
        await witness.send('comment:edit', { commentId, ...wording }),
        await witness.send('comment:remove', { commentId }),
      ]) {
        answers.push(answer.ok ? answer : { ...answer.problem, instance: null });
      }
      return answers;
    };
    for (const witness of others) {
      const foreign = await answered(witness, caucus.id, caucus.comments[0]?.id ?? '');
      expect(foreign).toEqual(await answered(witness, randomUUID(), randomUUID()));
      expectNothing(`${witness.answers.join('\n')}\n${witness.frames.join('\n')}`, witness.email);
    }
  }, 60_000);

  it('is in the ledger without its words, in rows that are the centre’s', async () => {
    const rows = await query<{ centre: string | null; verb: string; text: string }>(
      `SELECT code AS centre, verb, row_to_json(ledger)::text || coalesce(payload::text, '') AS text
         FROM ledger LEFT JOIN ledger_payload USING (forum_id, seq) LEFT JOIN centre ON centre.id = centre_id`,
    );
    const own = rows.filter(({ centre }) => centre === 'UZB-CTP');
    expect(new Set(own.map(({ verb }) => verb))).toEqual(
      new Set(['thread:opened', 'thread:resolved', 'thread:reopened', 'thread:attached', 'comment:added', 'comment:edited', 'comment:removed']),
    );
    for (const { text } of own) expect(text).not.toContain(MARK);
    for (const { centre, text } of rows) if (centre !== 'UZB-CTP') expectNothing(text, 'a row of the ledger');
  });
});
