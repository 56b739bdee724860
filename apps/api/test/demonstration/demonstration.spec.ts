import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

const PASSWORD = 'a password for everybody';
const DEMONSTRATION = { DEMO: 'true', DEMO_PASSWORD: PASSWORD };

interface Section {
  readonly id: string;
  readonly parentId: string | null;
  readonly number: string;
  readonly phase: string;
  readonly isAdReferendum: boolean;
  readonly title: { en: string };
  readonly drafters: { memberName: string; centreCode: string }[];
  readonly rapporteur: { memberName: string } | null;
}

const installation = async (forum: TestForum) => (await forum.ask(null, 'GET', 'installation').expect(200)).body;
const signIn = (forum: TestForum, email: string) => forum.ask(null, 'POST', 'logins', { email, password: PASSWORD });
const clickOn = (forum: TestForum, mandateId: string) => forum.ask(null, 'POST', 'demonstration-logins', { mandateId });

async function enter(forum: TestForum, email: string): Promise<Pick<Person, 'cookie' | 'mandateId'>> {
  const { body, headers } = await signIn(forum, email).expect(201);
  return { cookie: headers['set-cookie']?.[0] ?? '', mandateId: body.mandates[0].id };
}

const count = async (forum: TestForum, table: string): Promise<number> =>
  (await forum.dataSource.query(`SELECT count(*)::integer AS count FROM ${table}`))[0].count;

describe('the demonstration forum', () => {
  let forum: TestForum;
  let sections: Section[];
  beforeAll(async () => {
    forum = await TestForum.start(DEMONSTRATION);
    const moderator = await enter(forum, 'chair@forum.example');
    const [document] = (await forum.ask(moderator, 'GET', 'documents').expect(200)).body;
    sections = (await forum.ask(moderator, 'GET', `documents/${document.id}/outline`).expect(200)).body.sections;
  }, 60_000);
  afterAll(() => forum.stop());

  it('[DE1] has six countries, 14 centres, 32 people with a mandate each, ten chapters with 36 sections', async () => {
    const counts = await Promise.all(['country', 'centre', 'member', 'mandate', 'document'].map((table) => count(forum, table)));
    expect(counts).toEqual([6, 14, 32, 32, 1]);
    expect([sections.filter(({ parentId }) => parentId === null).length, sections.filter(({ parentId }) => parentId !== null).length]).toEqual([10, 36]);
    expect(sections.map(({ number }) => number).slice(0, 5)).toEqual(['1', '1.1', '1.2', '1.3', '2']);
  });

  it('[DE10] has its sections in the phases that their status tells', () => {
    const phases = sections.filter(({ parentId }) => parentId !== null).map(({ phase, isAdReferendum }) => `${phase}${isAdReferendum ? ' ad referendum' : ''}`);
    const counts = phases.reduce<Record<string, number>>((sum, phase) => ({ ...sum, [phase]: (sum[phase] ?? 0) + 1 }), {});
    expect(counts).toEqual({ drafting: 4, negotiation: 15, silence: 1, published: 8, 'agreed ad referendum': 8 });
  });

  it('[DE4] has as drafters of what is open the focal points and experts of centres whose position there is not N', () => {
    const drafters = Object.fromEntries(
      sections.filter(({ drafters: named }) => named.length > 0).map(({ number, drafters: named }) => [number, named.map(({ centreCode, memberName }) => `${centreCode} ${memberName}`)]),
    );
    expect(drafters).toEqual({
      '3.2': ['KAZ-SPL Aigerim S.', 'KAZ-SPL Daniyar K.', 'KGZ-HWE Bermet O.', 'UZB-CTP Kamola I.', 'UZB-CTP Timur L.'],
      '5.2': ['JPN-HDP Mio F.', 'JPN-MAP Haruka M.', 'JPN-MAP Kenta O.', 'UZB-CTP Kamola I.', 'UZB-CTP Timur L.'],
      '5.4': ['JPN-HDP Mio F.', 'KGZ-TPW Cholpon M.', 'KGZ-TPW Nurbek A.', 'UZB-CTP Kamola I.', 'UZB-CTP Timur L.', 'UZB-SES Gulnora Q.'],
      '9.4': ['KGZ-TPW Cholpon M.', 'KGZ-TPW Nurbek A.', 'UZB-SES Gulnora Q.'],
    });
  });

  it('[DE5] has two rapporteurs, by chapter', () => {
    const rapporteurs = sections.map(({ number, rapporteur }) => [number.split('.')[0], rapporteur?.memberName]);
    for (const [chapter = '', name] of rapporteurs) expect([chapter, name]).toEqual([chapter, ['3', '4', '5', '6'].includes(chapter) ? 'Nigora U.' : 'Askar J.']);
  });

  it('[DE2] has the words of the file in its sections, without marks', async () => {
    const moderator = await enter(forum, 'chair@forum.example');
    const texts = await Promise.all(
      sections.filter(({ parentId }) => parentId !== null).map(async ({ id }) => JSON.stringify((await forum.ask(moderator, 'GET', `sections/${id}/text`).expect(200)).body)),
    );
    expect(texts[0]).toContain('This Strategy sets out what Central Asia and Japan intend to achieve together by 2040.');
    expect(texts.filter((text) => text.includes('{{'))).toEqual([]);
    expect(texts.join('').split('"type":"paragraph"').length - 1).toBe(57);
  });

  it('[DE6] was played through the commands of the forum, in its own time', async () => {
    expect(await verifyLedger(forum.dataSource)).toMatchObject({ fault: null });
    const rows: { verb: string; daysAgo: number }[] = await forum.dataSource.query('SELECT verb, (extract(epoch FROM $1 - at) / 86400)::integer AS "daysAgo" FROM ledger', [
      forum.clock.now(),
    ]);
    expect(rows.find(({ verb }) => verb === 'forum:created')).toMatchObject({ daysAgo: 181 });
    expect(new Set(rows.filter(({ verb }) => verb === 'section:added').map(({ daysAgo }) => daysAgo))).toEqual(new Set([150]));
    const counts = rows.reduce<Record<string, number>>((sum, { verb }) => ({ ...sum, [verb]: (sum[verb] ?? 0) + 1 }), {});
    expect(counts).toMatchObject({ 'centre:created': 14, 'member:invited': 32, 'document:created': 1, 'section:added': 46, 'rapporteur:set': 10, 'drafter:named': 19 });
  });

  it('[DE11] has the comments of the file at their words, said by their authors at their time, some of them resolved', async () => {
    const rows: { author: string; state: string; daysAgo: number; words: string; replies: number; settledBy: string | null }[] = await forum.dataSource.query(
      `SELECT member.name AS author, state, (extract(epoch FROM $1 - opened_at) / 86400)::integer AS "daysAgo", anchor -> 'quote' ->> 'text' AS words,
              (SELECT count(*)::integer - 1 FROM comment WHERE thread_id = thread.id) AS replies,
              (SELECT name FROM mandate JOIN member ON member.id = member_id WHERE mandate.id = resolved_by) AS "settledBy"
         FROM thread JOIN mandate ON mandate.id = opened_by JOIN member ON member.id = member_id WHERE NOT is_detached ORDER BY opened_at`,
      [forum.clock.now()],
    );
    expect(rows).toHaveLength(24);
    expect(rows.reduce((sum, { replies }) => sum + replies, 0)).toBe(8);
    expect(rows.filter(({ state }) => state === 'resolved').map(({ daysAgo, words, settledBy }) => [daysAgo, words, settledBy])).toEqual([
      [45, 'recognised by all six countries', 'Askar J.'],
      [44, 'By 2032', 'Nigora U.'],
      [41, 'its losses', 'Nigora U.'],
    ]);
  });

  it('[DE11] [IN1] has told its people what happened: who is mentioned, answered, or may come to a session', async () => {
    const rows: { name: string; kinds: string[] }[] = await forum.dataSource.query(
      `SELECT name, array_agg(DISTINCT kind ORDER BY kind) AS kinds FROM notice JOIN mandate ON mandate.id = mandate_id JOIN member ON member.id = member_id
        WHERE at > $1::timestamptz - interval '30 days' GROUP BY name`,
      [forum.clock.now()],
    );
    const told = Object.fromEntries(rows.map(({ name, kinds }) => [name, kinds]));
    expect(told).toMatchObject({ 'Timur L.': ['mentioned', 'session_planned'], 'Mio F.': ['mentioned', 'session_planned'], 'Kenta O.': ['replied', 'session_planned'] });
    expect(told['Shiori N.']).toEqual(['replied']);
    expect(told['Sevara X.']).toBeUndefined();
  });

  it('[DE7] is loaded once, however many nodes start', async () => {
    const rows = await count(forum, 'ledger');
    const nodes = await Promise.all([forum.anotherNode(), forum.anotherNode()]);
    await Promise.all(nodes.map((node) => node.close()));
    expect([await count(forum, 'forum'), await count(forum, 'ledger')]).toEqual([1, rows]);
  });

  it('[DE8] says on every page what it is, and offers its people by one click', async () => {
    const { forum: about, demonstration } = await installation(forum);
    expect(about.title.en).toContain('Central Asia');
    expect(demonstration.banner.en).toMatch(/fictional/);
    expect(demonstration.people).toHaveLength(32);
    expect(demonstration.people[0]).toEqual({ mandateId: expect.any(String), name: 'Mio F.', role: 'focal_point', centreCode: 'JPN-HDP' });
    expect(JSON.stringify(demonstration)).not.toContain('@');
    const { status, body, headers } = await clickOn(forum, demonstration.people[0].mandateId);
    expect([status, body.member.name]).toEqual([201, 'Mio F.']);
    await forum.ask({ cookie: headers['set-cookie']?.[0] ?? '', mandateId: body.mandates[0].id }, 'GET', 'documents').expect(200);
  });

  it('[DE8] offers nobody who is suspended or whose mandate is not in force', async () => {
    const secretariat = await enter(forum, 'secretariat@forum.example');
    const { members } = (await forum.ask(secretariat, 'GET', 'people').expect(200)).body;
    const named = (name: string) => members.find((member: { name: string }) => member.name === name);
    await forum.ask(secretariat, 'POST', `members/${named('Yui S.').id}/suspension`).expect(204);
    await forum.ask(secretariat, 'POST', `mandates/${named('Sota I.').mandates[0].id}/withdrawal`).expect(204);
    const { demonstration } = await installation(forum);
    expect(demonstration.people.filter(({ centreCode }: { centreCode: string }) => centreCode === 'JPN-SRR')).toEqual([]);
    for (const name of ['Yui S.', 'Sota I.']) expect((await clickOn(forum, named(name).mandates[0].id)).body.code).toBe('not-found');
  });
});

describe('one-click sign-in', () => {
  it('[DE8] exists on loopback only; elsewhere the password is needed', async () => {
    const forum = await TestForum.start({ ...DEMONSTRATION, HOST: '0.0.0.0' });
    const { demonstration } = await installation(forum);
    expect(demonstration).toEqual({ banner: expect.anything(), people: [] });
    const { body } = await signIn(forum, 'kamola@chirchik.example').expect(201);
    expect((await clickOn(forum, body.mandates[0].id)).body).toMatchObject({ status: 403, code: 'demonstration-only' });
    await forum.stop();
  });
});

describe('a real forum', () => {
  it('[DE9] is no demonstration: nothing is loaded beside it, nobody gets a password or in by one click', async () => {
    const forum = await TestForum.start();
    expect(await installation(forum)).toEqual({ forum: null, demonstration: null });
    const by = await forum.open();
    const person = await forum.person(by, { role: 'secretariat' }, { hasJoined: false });
    expect(await installation(forum)).toMatchObject({ forum: { title: { en: 'A forum' } }, demonstration: null });
    expect((await clickOn(forum, person.mandateId)).body.code).toBe('demonstration-only');
    const asDemonstration = await forum.anotherNode(DEMONSTRATION);
    expect([await count(forum, 'forum'), await count(forum, 'member')]).toEqual([1, 1]);
    expect((await signIn(forum, person.email)).body.code).toBe('sign-in-failed');
    await asDemonstration.close();
    await forum.stop();
  });

  it('[DE9] lets nobody in by one click of a node that runs as a demonstration', async () => {
    const forum = await TestForum.start(DEMONSTRATION);
    const real = await forum.person(await forum.open(), { role: 'secretariat' });
    expect((await clickOn(forum, real.mandateId)).body.code).toBe('not-found');
    await forum.stop();
  });
});
