import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MinutesView } from '@expert-forum/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { takeBackup } from '../../src/platform/backup/take-backup.js';
import { Meeting } from './meeting.fixture.js';

const folder = mkdtempSync(path.join(tmpdir(), 'forum-minutes-'));

let meeting: Meeting;
let id: string;
let backup: string;

/** A session with everything in it: people in the room, a speaker, an objection, a decision, one that is deferred. */
beforeAll(async () => {
  meeting = await Meeting.prepare();
  const { chair, focalJpn, focalUzb, expert } = meeting.people;
  const [hub, skills] = [await meeting.section('The Hub'), await meeting.section('Skills')];
  const session = await meeting.openWith([hub], [skills]);
  id = session.id;
  const [first, second] = session.items;
  const [jpn, uzb] = [await meeting.enter(focalJpn, id), await meeting.enter(expert, id)];
  await uzb.must('floor:ask', { sessionId: id });
  const { id: request } = await meeting.must<{ id: string }>(focalUzb, 'POST', `sessions/${id}/floor`);
  await meeting.must(chair, 'POST', `sessions/${id}/floor/${request}`);
  const stopped = await meeting.callFor(first?.id, hub);
  await jpn.must('call:object', { callId: stopped.id });
  const file = path.join(folder, 'forum.backup');
  const { options } = meeting.forum.dataSource;
  await takeBackup(options.type === 'postgres' ? (options.url ?? '') : '', file);
  backup = readFileSync(file, 'latin1');
  jpn.leave();
  await uzb.until(({ centresPresent }) => centresPresent.length === 1);
  const call = await meeting.callFor(first?.id, hub);
  await meeting.pass(10_000);
  await meeting.record(call, { text: 'The Hub is agreed.' });
  await meeting.must(chair, 'POST', `agenda-items/${second?.id}/activate`);
  await meeting.must(chair, 'POST', `agenda-items/${second?.id}/conclusion`, { to: 'deferred', outcome: 'Figures are awaited.' });
  await meeting.must(chair, 'POST', `sessions/${id}/close`);
  uzb.leave();
});
afterAll(async () => {
  await meeting.end();
  rmSync(folder, { recursive: true });
});

const minutes = (): Promise<MinutesView> => meeting.must(meeting.people.observer, 'GET', `sessions/${id}/minutes`);

describe('the decisions about a section', () => {
  it('[SE18] say under which item of which session, newest first, and are those of its own forum', async () => {
    const { items } = await minutes();
    const [decided] = items[0]?.decisions ?? [];
    const sectionId = decided?.sectionId ?? '';
    expect(await meeting.must(meeting.people.observer, 'GET', `sections/${sectionId}/decisions`)).toEqual([{ ...decided, sessionId: id, item: 1 }]);
    const stranger = await meeting.forum.person(await meeting.forum.open(), { role: 'observer' });
    expect((await meeting.ask(stranger, 'GET', `sections/${sectionId}/decisions`)).status).toBe(404);
  });
});

describe('the minutes', () => {
  it('[SE14] show items, decisions and the centres that were there', async () => {
    expect(await minutes()).toMatchObject({
      state: 'closed',
      title: { en: 'Second reading' },
      centresPresent: ['JPN-HDP', 'UZB-CTP'],
      items: [
        { state: 'decided', outcome: null, decisions: [{ kind: 'agreed', text: 'The Hub is agreed.', sectionTitle: { en: 'The Hub' }, centresPresent: ['UZB-CTP'] }] },
        { state: 'deferred', outcome: 'Figures are awaited.', decisions: [] },
      ],
    });
    expect(await meeting.view(id)).toMatchObject({ state: 'closed', centresPresent: ['JPN-HDP', 'UZB-CTP'], floor: [], call: null });
  });

  it('[SE14] name no member, no mandate and nobody who spoke or objected', async () => {
    const words = JSON.stringify(await minutes());
    const names: { name: string; email: string }[] = await meeting.forum.dataSource.query('SELECT name, email FROM member');
    const secret = [...names.flatMap(({ name, email }) => [name, email]), ...Object.values(meeting.people).flatMap(({ memberId, mandateId }) => [memberId, mandateId])];
    expect(secret.length).toBeGreaterThan(20);
    expect(secret.filter((each) => words.includes(each))).toEqual([]);
    expect(words).not.toMatch(/object|floor|speak/i);
  });

  it('[SE14] are all that is left: who spoke is in no table, no payload of the ledger and no backup', async () => {
    const { dataSource } = meeting.forum;
    const tables: { name: string }[] = await dataSource.query("SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE '%floor%'");
    expect(tables).toEqual([{ name: 'floor_request' }]);
    expect(await dataSource.query('SELECT FROM floor_request')).toEqual([]);
    expect(await dataSource.query("SELECT FROM ledger WHERE verb ~ 'floor'")).toEqual([]);
    const spoken = await dataSource.query('SELECT FROM ledger JOIN ledger_payload USING (forum_id, seq) WHERE object::text || payload::text LIKE $1 AND object ? $2', [
      `%${meeting.people.focalUzb.mandateId}%`,
      'session',
    ]);
    expect(spoken).toEqual([]);
    expect([backup.includes('"agenda_item"'), /floor_request|session_attendance/.test(backup)]).toEqual([true, false]);
  });

  it('[SE14] stay as they are when the outline changes later', async () => {
    const before = await minutes();
    const [section] = before.items[0]?.decisions ?? [];
    await meeting.must(meeting.people.chair, 'PATCH', `sections/${section?.sectionId}`, { title: { en: 'Another name' } });
    expect(await minutes()).toEqual(before);
    expect((await meeting.view(id)).items[0]?.sections).toMatchObject([{ title: { en: 'Another name' } }]);
  });
});

describe('the calendar file', () => {
  it('[SE15] has UTC times and the language that was asked for', async () => {
    const { headers, text } = await meeting.ask(meeting.people.observer, 'GET', `sessions/${id}/calendar.ics?language=ja`);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(headers['content-disposition']).toContain('session.ics');
    for (const line of ['SUMMARY:第二読会', 'LOCATION:Tashkent', 'DTSTART:20260601T100000Z', 'DTEND:20260601T120000Z', `UID:session-${id}@expert-forum`]) {
      expect(text.split('\r\n')).toContain(line);
    }
    expect((await meeting.ask(meeting.people.observer, 'GET', `sessions/${id}/calendar.ics`)).text).toContain('SUMMARY:Second reading\r\n');
    expect((await meeting.ask(meeting.people.observer, 'GET', `sessions/${id}/calendar.ics?language=xx`)).body).toMatchObject({ code: 'input-invalid' });
  });
});
