import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Meeting, typeParagraph } from './meeting.fixture.js';
import type { Participant } from './participant.fixture.js';
import type { RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person } from '../people/forum.fixture.js';

const TEN_SECONDS = 10_000;

let meeting: Meeting;
let section: string;
const opened: { close(): void }[] = [];

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
beforeEach(async () => {
  section = await meeting.section('The Hub');
});
afterEach(() => opened.splice(0).forEach((connection) => connection.close()));
afterAll(() => meeting.end());

async function enter(person: Person, sessionId: string, url?: string): Promise<Participant> {
  const participant = await meeting.enter(person, sessionId, url);
  opened.push(participant.raw);
  return participant;
}

/** The expert, with the section open for typing. */
async function drafter(): Promise<RawConnection> {
  const raw = await meeting.connect(meeting.people.expert);
  opened.push(raw);
  await raw.join(section);
  return raw;
}

const phase = async (): Promise<string> => (await meeting.must<{ phase: string }>(meeting.people.observer, 'GET', `sections/${section}`)).phase;
const text = (): Promise<{ seq: number; hash: string; document: object }> => meeting.must(meeting.people.observer, 'GET', `sections/${section}/text`);
const attempt = async (callId: string, seen: { seq: number; hash: string }): Promise<object> =>
  (await meeting.ask(meeting.people.chair, 'POST', `objection-calls/${callId}/decision`, { seq: seen.seq, hash: seen.hash })).body;

describe('the call for objections', () => {
  it('[SE6] [SE7] runs on every screen; an objection of a centre stops it there and then; a second call goes unopposed and agrees', async () => {
    const { chair, focalJpn, focalUzb, expert } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    const other = await meeting.startNode();
    const [chairing, jpn, uzb] = [await enter(chair, id), await enter(focalJpn, id), await enter(focalUzb, id, other)];
    const asked = meeting.forum.clock.now().getTime();
    const call = await chairing.must<{ id: string }>('call:open', { itemId: items[0]?.id, sectionId: section });
    for (const screen of [chairing, jpn, uzb]) {
      const { call: shown } = await screen.until((session) => session.call?.id === call.id);
      expect(shown).toMatchObject({ sectionId: section, stoppedAt: null, closesAt: new Date(asked + TEN_SECONDS).toISOString() });
    }
    await meeting.pass(TEN_SECONDS - 1);
    expect((await meeting.ask(expert, 'POST', `objection-calls/${call.id}/objection`)).body).toMatchObject({ code: 'not-allowed' });
    await uzb.must('call:object', { callId: call.id });
    for (const screen of [chairing, jpn, uzb]) {
      const { call: shown } = await screen.until((session) => session.call?.stoppedAt !== null);
      expect(shown).toMatchObject({ objectingCentre: 'UZB-CTP', stoppedAt: meeting.forum.clock.now().toISOString() });
    }
    expect((await meeting.ask(focalJpn, 'POST', `objection-calls/${call.id}/objection`)).body).toMatchObject({ code: 'call-objected' });
    await meeting.pass(TEN_SECONDS);
    expect(await attempt(call.id, await text())).toMatchObject({ code: 'call-objected' });

    const second = await meeting.callFor(items[0]?.id, section);
    expect(await attempt(second.id, second)).toMatchObject({ code: 'call-running', params: { seconds: 10 } });
    expect(await attempt(call.id, second)).toMatchObject({ code: 'call-missing' });
    await meeting.pass(TEN_SECONDS);
    expect((await meeting.ask(focalUzb, 'POST', `objection-calls/${second.id}/objection`)).body).toMatchObject({ code: 'call-over' });
    const decision = await meeting.record(second, { text: 'Section 1.1 is agreed.' });
    expect(decision).toMatchObject({ kind: 'agreed', sectionNumber: expect.stringMatching(/^1\.\d$/), text: 'Section 1.1 is agreed.', revision: { seq: second.seq, hash: second.hash } });
    const session = await uzb.until(({ items: [item] }) => item?.state === 'decided');
    expect(session.items[0]).toMatchObject({ sections: [{ id: section, phase: 'agreed' }], decisions: [{ id: decision.id, centresPresent: ['JPN-HDP', 'UZB-CTP'] }] });
    expect(await attempt(second.id, second)).toMatchObject({ code: 'item-state-unfit' });
  });

  it('[SE6] is not interrupted, and runs alone', async () => {
    const { chair } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    await meeting.callFor(items[0]?.id, section);
    for (const [path, body] of [
      [`sessions/${id}/suspend`, undefined],
      [`sessions/${id}/close`, undefined],
      [`agenda-items/${items[0]?.id}/conclusion`, { to: 'deferred' }],
      [`agenda-items/${items[0]?.id}/calls`, { sectionId: section }],
    ] as const) {
      expect((await meeting.ask(chair, 'POST', path, body)).body).toMatchObject({ code: 'call-running' });
    }
  });

  it('[SE8] asks about a section of the item on the table, in an open session, from the chair', async () => {
    const { chair, moderator } = meeting.people;
    const other = await meeting.section('Skills');
    const { id, items } = await meeting.openWith([section], [other]);
    const ask = async (person: Person, item: number, sectionId: string): Promise<object> =>
      (await meeting.ask(person, 'POST', `agenda-items/${items[item]?.id}/calls`, { sectionId })).body;
    expect(await ask(moderator, 0, section)).toMatchObject({ code: 'not-in-chair' });
    expect(await ask(chair, 0, other)).toMatchObject({ code: 'item-without-section' });
    expect(await ask(chair, 1, other)).toMatchObject({ code: 'item-state-unfit' });
    await meeting.must(chair, 'POST', `sessions/${id}/suspend`);
    expect(await ask(chair, 0, section)).toMatchObject({ code: 'session-state-unfit' });
  });

  it('[SE8] counts for as long as its item is on the table', async () => {
    const { chair } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    await meeting.must(chair, 'POST', `agenda-items/${items[0]?.id}/conclusion`, { to: 'deferred' });
    await meeting.pass(1_000);
    await meeting.must(chair, 'POST', `agenda-items/${items[0]?.id}/activate`);
    expect(await attempt(call.id, call)).toMatchObject({ code: 'call-missing' });
    expect((await meeting.view(id)).call).toBeNull();
  });

  it('[SE6] survives a restart in mid-call: its outcome is the same on a node that did not hear it asked', async () => {
    const { chair, focalJpn } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    const first = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(4_000);
    const restarted = await enter(chair, id, await meeting.startNode());
    expect(restarted.session.call).toMatchObject({ id: first.id, closesAt: first.closesAt, stoppedAt: null });
    const objecting = await enter(focalJpn, id, await meeting.startNode());
    await objecting.must('call:object', { callId: first.id });
    const second = await restarted.must<typeof first>('call:open', { itemId: items[0]?.id, sectionId: section });
    await meeting.pass(TEN_SECONDS);
    const again = await enter(chair, id, await meeting.startNode());
    const { seq, hash } = second;
    const decision = await again.must<{ id: string }>('decision:record', { callId: second.id, seq, hash });
    expect(decision).toMatchObject({ kind: 'agreed' });
  });

  it('[SE8] once used, it does not give way to an earlier one', async () => {
    const { chair, focalJpn } = meeting.people;
    const { id, items } = await meeting.openWith([section, await meeting.section('Skills')]);
    const earlier = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const stopped = await meeting.callFor(items[0]?.id, section);
    await meeting.must(focalJpn, 'POST', `objection-calls/${stopped.id}/objection`);
    const used = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const { id: decisionId } = await meeting.record(used);
    expect((await meeting.view(id)).call).toBeNull();
    await meeting.must(chair, 'POST', `sessions/${id}/corrections`, { decisionId, to: 'drafting' });
    expect(await attempt(earlier.id, earlier)).toMatchObject({ code: 'call-missing' });
  });

  it('[SE4] [SE8] leaves an item on the table until its last section is agreed, and is not used again after a correction', async () => {
    const { chair } = meeting.people;
    const other = await meeting.section('Skills');
    const { id, items } = await meeting.openWith([section, other]);
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const { id: decisionId } = await meeting.record(call);
    expect((await meeting.view(id)).items[0]).toMatchObject({ state: 'active', sections: [{ phase: 'agreed' }, { phase: 'drafting' }] });
    await meeting.must(chair, 'POST', `sessions/${id}/corrections`, { decisionId, to: 'drafting' });
    expect(await attempt(call.id, call)).toMatchObject({ code: 'call-missing' });
    const unopposed = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    await meeting.callFor(items[0]?.id, other);
    expect(await attempt(unopposed.id, unopposed)).toMatchObject({ code: 'call-running' });
    await meeting.pass(TEN_SECONDS);
    for (const each of [section, other]) {
      const again = await meeting.callFor(items[0]?.id, each);
      await meeting.pass(TEN_SECONDS);
      await meeting.record(again);
    }
    expect((await meeting.view(id)).items[0]).toMatchObject({ state: 'decided', decisions: [{}, {}, {}, {}] });
  });

  it('[SE8] is used once, even by two who record at the same moment', async () => {
    const { chair } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const { seq, hash } = call;
    const path = `objection-calls/${call.id}/decision`;
    const answers = await Promise.all([1, 2, 3].map(() => meeting.ask(chair, 'POST', path, { seq, hash })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { decisions } = (await meeting.view(id)).items[0] ?? { decisions: [] };
    expect(decisions).toHaveLength(1);
  });
});

describe('the text that is agreed', () => {
  it('[SE9] is the one that was asked about: if it moved, the difference is answered and nothing is recorded', async () => {
    const { items } = await meeting.openWith([section]);
    const raw = await drafter();
    const call = await meeting.callFor(items[0]?.id, section);
    expect(await raw.push([typeParagraph(raw, 'Added after the question.')])).toMatchObject({ ok: true });
    await meeting.pass(TEN_SECONDS);
    const [before, now] = [(await meeting.ledger()).length, await text()];
    for (const seen of [call, now]) {
      expect(await attempt(call.id, seen)).toMatchObject({
        code: 'text-moved',
        status: 409,
        params: { seq: now.seq },
        difference: [{ paragraphId: expect.stringMatching(/^p-/), before: null, after: 'Added after the question.' }],
      });
    }
    expect([await phase(), (await meeting.ledger()).length]).toEqual(['drafting', before]);
    expect(await meeting.must(meeting.people.observer, 'GET', `sections/${section}/revisions`)).not.toContainEqual(expect.objectContaining({ hash: now.hash }));
  });

  it('[SE10] holds what was committed before the decision; what is typed later is refused and its author is told', async () => {
    const { items } = await meeting.openWith([section]);
    const raw = await drafter();
    const earlier = typeParagraph(raw, 'In time.');
    expect(await raw.push([earlier])).toMatchObject({ ok: true, value: { n: 1 } });
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const told = new Promise((resolve) => raw.socket.once('rights:changed', resolve));
    const frozen = new Promise((resolve) => raw.socket.once('section:changed', resolve));
    const decision = await meeting.record(call, { isAdReferendum: true });
    const late = await raw.push([typeParagraph(raw, 'Too late.')], { firstN: 2 });
    expect(late).toMatchObject({ ok: false, problem: { code: 'section-frozen', kind: 'rejected', n: 2 } });
    expect(await frozen).toMatchObject({ section: { id: section, phase: 'agreed' } });
    expect(await told).toMatchObject({ sectionId: section, mayWrite: { ok: false, problem: 'section-frozen' } });
    const revision = await meeting.must<{ hash: string; document: object }>(meeting.people.observer, 'GET', `revisions/${decision.revision?.id}`);
    const { document, ...now } = await text();
    expect([revision.document, revision]).toMatchObject([document, { seq: now.seq, hash: now.hash, name: expect.stringMatching(/^1\.\d+ agreed_ad_referendum 2026-06-01$/) }]);
    expect(JSON.stringify(document)).toContain('In time.');
    expect(JSON.stringify(document)).not.toContain('Too late.');
    expect(await meeting.must(meeting.people.observer, 'GET', `sections/${section}`)).toMatchObject({ phase: 'agreed', status: 'agreed_ad_referendum' });
  });

  it.each([1, 2, 3, 4, 5])('[SE10] is exactly what was committed, however typing and the decision race: %i', async (round) => {
    const { items } = await meeting.openWith([section]);
    const raw = await drafter();
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const words = `Racing in round ${round}.`;
    const [pushed, answer] = await Promise.all([raw.push([typeParagraph(raw, words)]), attempt(call.id, call)]);
    const { document, hash } = await text();
    expect([JSON.stringify(document).includes(words), await phase()]).toEqual(pushed.ok ? [true, 'drafting'] : [false, 'agreed']);
    expect(answer).toMatchObject(pushed.ok ? { code: 'text-moved', difference: [{ after: words }] } : { kind: 'agreed', revision: { hash } });
    if (!pushed.ok) expect(pushed.problem).toMatchObject({ code: 'section-frozen', kind: 'rejected' });
  });

  it('[SE17] stays in a revision, and the decision in the minutes, that the database refuses to change', async () => {
    for (const table of ['revision', 'decision']) {
      for (const statement of [`UPDATE ${table} SET hash = hash`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
        await expect(meeting.forum.dataSource.query(statement)).rejects.toThrow('append-only');
      }
    }
  });
});

describe('a mistaken decision', () => {
  it('[SE11] is corrected by a further one that reopens the text; both stand in the minutes, and the item can come up again', async () => {
    const { chair, focalJpn } = meeting.people;
    const { id, items } = await meeting.openWith([section]);
    const call = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const mistaken = await meeting.record(call);
    expect(await phase()).toBe('agreed');
    const raw = await drafter();
    const reopened = new Promise((resolve) => raw.socket.once('rights:changed', resolve));
    const correct = (to: string, decisionId = mistaken.id) => meeting.ask(chair, 'POST', `sessions/${id}/corrections`, { decisionId, to, text: 'The wrong section.' });
    expect((await correct('published')).body).toMatchObject({ code: 'input-invalid' });
    const { body: correction } = await correct('drafting');
    expect(correction).toMatchObject({ kind: 'reopened', corrects: mistaken.id, revision: null, text: 'The wrong section.' });
    expect(await reopened).toEqual({ sectionId: section, mayWrite: { ok: true } });
    expect(await phase()).toBe('drafting');
    expect((await correct('drafting')).body).toMatchObject({ code: 'decision-unfit' });
    expect((await correct('drafting', correction.id)).body).toMatchObject({ code: 'decision-unfit' });

    await meeting.pass(1_000);
    const room = await enter(focalJpn, id);
    expect(room.session.items[0]).toMatchObject({ state: 'pending', decisions: [{ id: mistaken.id }, { id: correction.id }] });
    await meeting.must(chair, 'POST', `agenda-items/${items[0]?.id}/activate`);
    expect(await attempt(call.id, call)).toMatchObject({ code: 'call-missing' });
    const again = await meeting.callFor(items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    await meeting.record(again);
    expect((await correct('drafting')).body).toMatchObject({ code: 'decision-unfit' });
  });

  it('[SE11] of an earlier session is corrected in a later one, under the item that holds the section', async () => {
    const { chair } = meeting.people;
    const earlier = await meeting.openWith([section]);
    const call = await meeting.callFor(earlier.items[0]?.id, section);
    await meeting.pass(TEN_SECONDS);
    const { id: decisionId } = await meeting.record(call);
    const { id, items } = await meeting.openWith([await meeting.section('Skills')], [section]);
    const correct = () => meeting.ask(chair, 'POST', `sessions/${id}/corrections`, { decisionId, to: 'negotiation' });
    expect((await correct()).body).toMatchObject({ code: 'item-without-section' });
    await meeting.must(chair, 'POST', `agenda-items/${items[0]?.id}/conclusion`, { to: 'referred' });
    await meeting.must(chair, 'POST', `agenda-items/${items[1]?.id}/activate`);
    expect((await correct()).body).toMatchObject({ kind: 'reopened', corrects: decisionId });
    expect([await phase(), (await meeting.view(id)).items[1]?.state]).toEqual(['negotiation', 'active']);
  });
});
