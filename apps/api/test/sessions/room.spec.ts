import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Meeting } from './meeting.fixture.js';
import type { Participant } from './participant.fixture.js';
import type { Person } from '../people/forum.fixture.js';

let meeting: Meeting;
let hub: string;
let skills: string;
const there: Participant[] = [];

beforeAll(async () => {
  meeting = await Meeting.prepare();
  hub = await meeting.section('The Hub');
  skills = await meeting.section('Skills');
});
afterEach(() => there.splice(0).forEach((participant) => participant.leave()));
afterAll(() => meeting.end());

async function enter(person: Person, sessionId: string, url?: string): Promise<Participant> {
  const participant = await meeting.enter(person, sessionId, url);
  there.push(participant);
  return participant;
}

describe('the room', () => {
  it('[SE5] sees an item on the table at once, on every node', async () => {
    const { chair, focalJpn, expert } = meeting.people;
    const id = await meeting.plan([hub], []);
    const other = await meeting.startNode();
    const screens = [await enter(focalJpn, id), await enter(expert, id, other)];
    await meeting.must(chair, 'POST', `sessions/${id}/open`);
    const [item] = (await meeting.view(id)).items;
    await meeting.must(chair, 'POST', `agenda-items/${item?.id}/activate`);
    for (const screen of screens) {
      const session = await screen.until(({ items }) => items[0]?.state === 'active');
      expect(session).toMatchObject({ id, state: 'open', serverNow: meeting.forum.clock.now().toISOString() });
      expect(session.items[0]?.sections).toMatchObject([{ id: hub, number: '1.1', phase: 'drafting' }]);
    }
  });

  it('[SE4] holds one item at a time', async () => {
    const { chair } = meeting.people;
    const { id, items } = await meeting.openWith([], []);
    const [first, second] = items;
    expect((await meeting.ask(chair, 'POST', `agenda-items/${second?.id}/activate`)).body).toMatchObject({ code: 'item-on-table' });
    await meeting.must(chair, 'POST', `agenda-items/${first?.id}/conclusion`, { to: 'decided', outcome: 'The agenda is adopted.' });
    await meeting.must(chair, 'POST', `agenda-items/${second?.id}/activate`);
    await meeting.must(chair, 'POST', `agenda-items/${second?.id}/conclusion`, { to: 'deferred' });
    await meeting.must(chair, 'POST', `agenda-items/${second?.id}/activate`);
    expect((await meeting.view(id)).items).toMatchObject([{ state: 'decided', outcome: 'The agenda is adopted.' }, { state: 'active', outcome: null }]);
    await meeting.must(meeting.people.chair, 'POST', `sessions/${id}/close`);
    expect((await meeting.view(id)).items[1]).toMatchObject({ state: 'deferred' });
  });

  it('[SE12] says which centres are there, on all nodes together, and never who', async () => {
    const { focalJpn, focalUzb, expert, observer } = meeting.people;
    const id = await meeting.plan([]);
    const other = await meeting.startNode();
    const watcher = await enter(observer, id);
    const [uzbOne, uzbTwo] = [await enter(expert, id, other), await enter(focalUzb, id)];
    await enter(focalJpn, id, other);
    const session = await watcher.until(({ centresPresent }) => centresPresent.length === 2);
    expect(session).toMatchObject({ centresPresent: ['JPN-HDP', 'UZB-CTP'], centresInForum: 2 });
    uzbOne.leave();
    await uzbTwo.must('session:leave', { sessionId: id });
    expect((await watcher.until(({ centresPresent }) => centresPresent.length === 1)).centresPresent).toEqual(['JPN-HDP']);
    expect(JSON.stringify(watcher.heard)).not.toMatch(/Person [3-8]/);
  });

  it('[SE12] forgets whom no node has spoken of for a while', async () => {
    const id = await meeting.plan([]);
    await enter(meeting.people.focalJpn, id);
    const dead = "INSERT INTO session_attendance SELECT $1, 'gone', id, $2 FROM centre WHERE code = 'UZB-CTP'";
    await meeting.forum.dataSource.query(dead, [id, new Date(meeting.forum.clock.now().getTime() - 15_000)]);
    expect((await meeting.view(id)).centresPresent).toEqual(['JPN-HDP']);
  });

  it('[SE13] shows who asks for the floor by centre, gives it to one at a time, and forgets it all when the session closes', async () => {
    const { chair, expert, rapporteur, observer } = meeting.people;
    const { id } = await meeting.openWith([]);
    const before = (await meeting.ledger()).length;
    const [asking, chairing] = [await enter(expert, id), await enter(chair, id)];
    const { id: request } = await asking.must<{ id: string }>('floor:ask', { sessionId: id });
    expect(await asking.must('floor:ask', { sessionId: id })).toEqual({ id: request });
    const { id: second } = await meeting.must<{ id: string }>(rapporteur, 'POST', `sessions/${id}/floor`);
    const { floor } = await chairing.until((session) => session.floor.length === 2);
    expect(floor).toMatchObject([
      { id: request, centreCode: 'UZB-CTP', role: 'expert', hasFloor: false },
      { id: second, centreCode: null, role: 'rapporteur', hasFloor: false },
    ]);
    await chairing.must('floor:give', { sessionId: id, requestId: request });
    await asking.until((session) => session.floor[0]?.hasFloor === true);
    await chairing.must('floor:give', { sessionId: id, requestId: second });
    expect((await asking.until((session) => session.floor.length === 1)).floor).toMatchObject([{ id: second, hasFloor: true }]);
    expect(await meeting.enter(rapporteur, id)).toMatchObject({ floorRequestId: second });
    await asking.must('floor:ask', { sessionId: id });
    expect((await meeting.ask(observer, 'POST', `sessions/${id}/floor`)).body).toMatchObject({ code: 'not-allowed' });
    expect((await meeting.ledger()).length).toBe(before);
    await meeting.must(meeting.people.chair, 'POST', `sessions/${id}/close`);
    expect(await meeting.forum.dataSource.query('SELECT FROM floor_request WHERE session_id = $1', [id])).toEqual([]);
    expect((await meeting.ask(expert, 'POST', `sessions/${id}/floor`)).body).toMatchObject({ code: 'session-state-unfit' });
  });

  it('[SE13] lets whoever asked withdraw, and nobody give the floor who is not in the chair', async () => {
    const { expert, moderator } = meeting.people;
    const { id } = await meeting.openWith([]);
    const request = await meeting.must<{ id: string }>(expert, 'POST', `sessions/${id}/floor`);
    expect((await meeting.ask(moderator, 'POST', `sessions/${id}/floor/${request.id}`)).body).toMatchObject({ code: 'not-in-chair' });
    await meeting.must(expert, 'DELETE', `sessions/${id}/floor`);
    expect((await meeting.view(id)).floor).toEqual([]);
  });

  it('[SE5] tells the whole forum, thinly, that a session changed', async () => {
    const { chair, observer } = meeting.people;
    const outside = await meeting.connect(observer);
    const news = new Promise((resolve) => outside.socket.once('sessions:changed', resolve));
    const id = await meeting.plan([]);
    expect(await news).toEqual({ sessionId: id });
    outside.close();
    expect(await meeting.must(chair, 'GET', 'sessions')).toEqual(expect.arrayContaining([expect.objectContaining({ id, state: 'planned' })]));
  });
});

describe('the chair', () => {
  it('[SE2] is taken over by an act that the ledger keeps; until then another moderator is refused', async () => {
    const { chair, moderator } = meeting.people;
    const { id, items } = await meeting.openWith([], []);
    const end = (person: Person) => meeting.ask(person, 'POST', `agenda-items/${items[0]?.id}/conclusion`, { to: 'decided' });
    expect((await end(moderator)).body).toMatchObject({ code: 'not-in-chair', status: 403 });
    await meeting.must(moderator, 'POST', `sessions/${id}/chair`);
    expect((await meeting.view(id)).chair).toMatchObject({ mandateId: moderator.mandateId });
    expect((await end(chair)).body).toMatchObject({ code: 'not-in-chair' });
    expect((await end(moderator)).status).toBe(204);
    expect((await meeting.ledger()).filter(({ verb, object }) => verb === 'session:chair-taken' && object['session'] === id)).toHaveLength(1);
  });

  it('[SE2] does one act after the other: of two that exclude each other, one is done', async () => {
    const { chair, moderator } = meeting.people;
    const id = await meeting.plan([], []);
    await meeting.must(chair, 'POST', `sessions/${id}/open`);
    const { items } = await meeting.view(id);
    const answers = await Promise.all(items.map((item) => meeting.ask(chair, 'POST', `agenda-items/${item.id}/activate`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const takes = await Promise.all([1, 2].map(() => meeting.ask(moderator, 'POST', `sessions/${id}/chair`)));
    expect(takes.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [204, undefined],
      [409, 'chair-held'],
    ]);
  });
});

describe('the plan', () => {
  it('[SE3] is edited by any moderator, and its agenda by the chair once the session is open', async () => {
    const { chair, moderator } = meeting.people;
    const id = await meeting.plan([hub], []);
    const plan = { title: { en: 'Third reading' }, startsAt: '2026-07-01T10:00:00Z', endsAt: '2026-07-01T12:00:00Z' };
    await meeting.must(moderator, 'PUT', `sessions/${id}`, plan);
    expect(await meeting.view(id)).toMatchObject({ title: plan.title, place: null, startsAt: '2026-07-01T10:00:00.000Z' });
    await meeting.must(chair, 'POST', `sessions/${id}/open`);
    const [first, second] = (await meeting.view(id)).items;
    await meeting.must(chair, 'POST', `agenda-items/${first?.id}/activate`);
    const kept = { id: first?.id, title: { en: 'First' }, minutes: 20, sectionIds: [hub] };
    const added = { title: { en: 'New' }, minutes: 10, sectionIds: [skills] };
    expect((await meeting.ask(moderator, 'PUT', `sessions/${id}/agenda`, { items: [kept] })).body).toMatchObject({ code: 'not-in-chair' });
    expect((await meeting.ask(chair, 'PUT', `sessions/${id}/agenda`, { items: [added] })).body).toMatchObject({ code: 'agenda-fixed' });
    const foreign = { ...added, id: '00000000-0000-4000-8000-000000000000' };
    expect((await meeting.ask(chair, 'PUT', `sessions/${id}/agenda`, { items: [kept, foreign] })).body).toMatchObject({ code: 'item-unknown' });
    await meeting.must(chair, 'PUT', `sessions/${id}/agenda`, { items: [added, kept] });
    const { items } = await meeting.view(id);
    expect(items).toMatchObject([
      { title: { en: 'New' }, sections: [{ id: skills }] },
      { id: first?.id, title: { en: 'First' }, minutes: 20, state: 'active' },
    ]);
    expect(items.map((item) => item.id)).not.toContain(second?.id);
    await meeting.must(meeting.people.chair, 'POST', `sessions/${id}/close`);
    expect((await meeting.ask(chair, 'PUT', `sessions/${id}`, plan)).body).toMatchObject({ code: 'session-state-unfit' });
  });

  it('[SE3] refuses an end before the beginning, sections of nowhere, chapters, and times that mean different moments to different readers', async () => {
    const { chair } = meeting.people;
    const plan = { title: { en: 'A' }, startsAt: '2026-07-01T10:00:00Z', endsAt: '2026-07-01T12:00:00Z' };
    const item = { title: { en: 'A' }, minutes: 10 };
    const chapters: { id: string }[] = await meeting.forum.dataSource.query('SELECT id FROM section WHERE parent_id IS NULL');
    const cases: [object, string][] = [
      [{ ...plan, endsAt: '2026-07-01T11:00:00+05:00' }, 'dates-reversed'],
      [{ ...plan, startsAt: '2026-07-01T10:00:00' }, 'input-invalid'],
      [{ ...plan, items: [{ ...item, sectionIds: ['s-0000000000'] }] }, 'not-found'],
      [{ ...plan, items: [{ ...item, sectionIds: [chapters[0]?.id] }] }, 'not-found'],
      [{ ...plan, items: [{ ...item, sectionIds: [], minutes: 0 }] }, 'input-invalid'],
      [{ ...plan, items: Array.from({ length: 61 }, () => ({ ...item, sectionIds: [] })) }, 'input-invalid'],
    ];
    for (const [body, code] of cases) expect((await meeting.ask(chair, 'POST', 'sessions', body)).body).toMatchObject({ code });
  });

  it('[SE1] a session opens once, can be interrupted, and is closed for good', async () => {
    const { chair } = meeting.people;
    const id = await meeting.plan([]);
    const act = async (name: string): Promise<number> => (await meeting.ask(chair, 'POST', `sessions/${id}/${name}`)).status;
    const statuses: number[] = [];
    for (const name of ['suspend', 'open', 'open', 'suspend', 'resume', 'close', 'open']) statuses.push(await act(name));
    expect(statuses).toEqual([409, 204, 409, 204, 204, 204, 409]);
  });
});
