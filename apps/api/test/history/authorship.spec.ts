import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuthorshipView, RevisionSummary, RevisionView, SectionHistoryView } from '@expert-forum/contracts';
import * as Y from 'yjs';
import { firstOf, type RawConnection } from '../drafting/raw-connection.fixture.js';
import type { Person } from '../people/forum.fixture.js';
import { Meeting, typeParagraph } from '../sessions/meeting.fixture.js';

let meeting: Meeting;
let section: string;
const opened: RawConnection[] = [];

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
beforeEach(async () => {
  section = await meeting.section('The Hub');
  await meeting.must(meeting.people.moderator, 'POST', `sections/${section}/drafters`, { mandateId: meeting.people.focalJpn.mandateId });
});
afterEach(() => opened.splice(0).forEach((connection) => connection.close()));
afterAll(() => meeting.end());

async function open(person: Person): Promise<RawConnection> {
  const raw = await meeting.connect(person);
  opened.push(raw);
  await raw.join(section);
  return raw;
}

async function write(raw: RawConnection, update: Uint8Array, firstN = 1): Promise<void> {
  expect((await raw.push([update], { firstN })).ok).toBe(true);
}

const insertAt = (raw: RawConnection, offset: number, words: string): Uint8Array =>
  raw.change((body) => {
    const text = firstOf(body).get(0);
    if (text instanceof Y.XmlText) text.insert(offset, words);
  });

const deleteAt = (raw: RawConnection, offset: number, length: number): Uint8Array =>
  raw.change((body) => {
    const text = firstOf(body).get(0);
    if (text instanceof Y.XmlText) text.delete(offset, length);
  });

const authorship = (person: Person, at = ''): Promise<AuthorshipView> => meeting.must(person, 'GET', `sections/${section}/authorship${at}`);

const shown = ({ blocks, writers }: AuthorshipView): string[] => {
  const code = (writer: number | null): string => (writer === null ? 'forum' : (writers[writer]?.centreCode ?? writers[writer]?.role ?? ''));
  return blocks.map(({ runs }) => runs.map(({ text, writer, mover }) => `${code(writer)}${mover === null ? '' : `<${code(mover.writer)}`}:${text}`).join('|'));
};

const text = (): Promise<{ seq: number; hash: string }> => meeting.must(meeting.people.observer, 'GET', `sections/${section}/text`);
const revisions = (): Promise<RevisionSummary[]> => meeting.must(meeting.people.moderator, 'GET', `sections/${section}/revisions`);
const name = (named: string): Promise<{ id: string }> => meeting.must(meeting.people.moderator, 'POST', `sections/${section}/revisions`, { name: named });
const restore = (person: Person, revisionId: string) => meeting.ask(person, 'POST', `sections/${section}/restoration`, { revisionId });

describe('who wrote this', () => {
  it('[HI7] names member, centre and time of each run, at any moment of the text', async () => {
    const [uzb, jpn] = [await open(meeting.people.expert), await open(meeting.people.focalJpn)];
    const since = meeting.forum.clock.now().toISOString();
    await meeting.pass(60_000);
    await write(uzb, insertAt(uzb, 0, 'Today '));
    await meeting.pass(180_000);
    await write(jpn, typeParagraph(jpn, 'A network of nodes.'));
    const now = await authorship(meeting.people.moderator);
    expect(shown(now)).toEqual(['UZB-CTP:Today |forum:The Hub is a shared good.', 'JPN-HDP:A network of nodes.']);
    expect(now.blocks[0]?.runs.map(({ at }) => at)).toEqual([new Date(Date.parse(since) + 60_000).toISOString(), since]);
    expect(shown(await authorship(meeting.people.expert, '?at=2'))).toEqual(['UZB-CTP:Today |forum:The Hub is a shared good.']);
    expect((await meeting.ask(meeting.people.moderator, 'GET', `sections/${section}/authorship?at=9`)).status).toBe(404);
    expect((await meeting.ask(meeting.people.moderator, 'GET', `sections/${section}/authorship?at=x`)).status).toBe(422);

    const timeline = await meeting.must<SectionHistoryView>(meeting.people.moderator, 'GET', `sections/${section}/history`);
    expect(timeline.stops.map(({ seq, changes, writers }) => [seq, changes, writers.map((place) => timeline.writers[place]?.centreCode)])).toEqual([
      [2, 2, ['UZB-CTP']],
      [3, 1, ['JPN-HDP']],
    ]);
  });

  it('[HI2] is told to nobody whose right it is not, and neither is the timeline', async () => {
    const { observer, rapporteur, secretariat, focalUzb, moderator, expert } = meeting.people;
    for (const path of ['authorship', 'history']) {
      for (const person of [observer, rapporteur, secretariat, focalUzb]) {
        expect((await meeting.ask(person, 'GET', `sections/${section}/${path}`)).body).toMatchObject({ status: 403, code: 'not-allowed' });
      }
      for (const person of [moderator, expert]) expect((await meeting.ask(person, 'GET', `sections/${section}/${path}`)).status).toBe(200);
    }
    await meeting.must(moderator, 'DELETE', `sections/${section}/drafters/${expert.mandateId}`);
    expect((await meeting.ask(expert, 'GET', `sections/${section}/authorship`)).status).toBe(403);
  });
});

describe('a restore', () => {
  it('[HI9] [HI11] is one further change that everybody sees, kept apart from what was before it, with one row in the ledger', async () => {
    const { moderator, expert } = meeting.people;
    const { id } = await name('v0.1');
    const kept = await meeting.must<RevisionView>(moderator, 'GET', `revisions/${id}`);
    const uzb = await open(expert);
    await write(uzb, deleteAt(uzb, 4, 4));
    await write(uzb, insertAt(uzb, 0, 'Today '), 2);
    const before = await text();
    const news = new Promise((resolve) => uzb.socket.once('update:applied', resolve));
    await meeting.pass(1_000);
    const answer = await restore(moderator, id);
    expect(answer.body).toEqual({ seq: before.seq + 1, revisionBefore: expect.any(String) });
    await news;
    expect(await text()).toMatchObject({ seq: before.seq + 1, hash: kept.hash });
    const { revisionBefore } = answer.body;
    expect((await revisions()).find((revision) => revision.id === revisionBefore)).toMatchObject({ kind: 'restore', hash: before.hash });
    expect((await meeting.ledger()).at(-1)).toMatchObject({ verb: 'text:restored', object: { section, revision: id } });
    expect(shown(await authorship(moderator))).toEqual(['forum:The|forum<moderator: Hub|forum: is a shared good.']);

    await restore(moderator, revisionBefore).expect(200);
    expect(await text()).toMatchObject({ hash: before.hash });
  });

  it('[HI9] lets those who type go on in the same epoch', async () => {
    const { id } = await name('v0.1');
    const uzb = await open(meeting.people.expert);
    await write(uzb, insertAt(uzb, 0, 'Today '));
    await restore(meeting.people.moderator, id).expect(200);
    await write(uzb, typeParagraph(uzb, 'More of it.'), 2);
    expect(shown(await authorship(meeting.people.moderator))).toEqual(['forum:The Hub is a shared good.', 'UZB-CTP:More of it.']);
  });

  it('[HI9] is refused to everybody else, where text is frozen, if it would change nothing, and of another section', async () => {
    const { moderator, expert, rapporteur, secretariat } = meeting.people;
    const { id } = await name('v0.1');
    for (const person of [expert, rapporteur, secretariat]) expect((await restore(person, id)).body).toMatchObject({ code: 'not-allowed' });
    expect((await restore(moderator, id)).body).toMatchObject({ code: 'text-already-so' });
    const uzb = await open(expert);
    await write(uzb, insertAt(uzb, 0, 'Today '));
    const elsewhere = await meeting.section('Skills');
    expect((await meeting.ask(moderator, 'POST', `sections/${elsewhere}/restoration`, { revisionId: id })).status).toBe(404);
    await meeting.must(moderator, 'POST', `sections/${section}/phase`, { to: 'consultation' });
    expect((await restore(moderator, id)).body).toMatchObject({ code: 'section-frozen' });
  });
});
