import { connectSection, openConnection, type Announcement, type Announcements, type SectionConnection, type TicketSource } from '@expert-forum/collab/client';
import type { DecisionView, JoinedSession, ObjectionCallView } from '@expert-forum/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { textOf, type, until } from '../client/typing.fixture.js';
import type { Person } from '../people/forum.fixture.js';
import { Meeting } from './meeting.fixture.js';

let meeting: Meeting;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));
afterAll(() => meeting.end());

const ticketOf = (person: Person): TicketSource => {
  const { mandateId } = person;
  return async () => (await meeting.must<{ ticket: string }>(person, 'POST', 'tickets', { mandateId })).ticket;
};

async function openSection(ticket: TicketSource, sectionId: string): Promise<SectionConnection> {
  const section = connectSection({ url: meeting.forum.url, ticket, sectionId });
  ends.push(() => section.destroy());
  await section.synced;
  return section;
}

async function openLine(ticket: TicketSource): Promise<Announcements> {
  const line = openConnection({ url: meeting.forum.url, ticket });
  ends.push(() => line.close());
  if (line.state !== 'open') await new Promise<void>((resolve) => line.on('state', ({ kind }) => kind === 'open' && resolve()));
  return line;
}

/** What was answered, or fails the test with how it was refused. */
async function must<T>(asked: ReturnType<Announcements['request']>): Promise<T> {
  const answer = await asked;
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return answer.value as T;
}

describe('a session through the client', () => {
  it('[SE5] [SE10] a tab is in the room and in the section on one socket; late words land in the tray, the others are agreed', async () => {
    const sectionId = await meeting.section('The Hub');
    const { id: sessionId, items } = await meeting.openWith([sectionId]);
    const ticket = ticketOf(meeting.people.chair);
    const [line, shown] = [await openLine(ticket), await openSection(ticket, sectionId)];
    const news: Announcement[] = [];
    line.on('announcement', (announcement) => news.push(announcement));
    expect(await must<JoinedSession>(line.request('session:join', { sessionId }))).toMatchObject({ session: { id: sessionId }, floorRequestId: null });

    const typed = await openSection(ticketOf(meeting.people.expert), sectionId);
    type(typed, 'In time.');
    await typed.saved();
    await until(shown, () => textOf(shown).includes('In time.'));
    const call = await must<ObjectionCallView>(line.request('call:open', { itemId: items[0]?.id ?? '', sectionId }));
    await meeting.pass(10_000);
    const { seq, hash } = shown.contentHash() ?? { seq: 0, hash: '' };
    const decision = await must<DecisionView>(line.request('decision:record', { callId: call.id, seq, hash }));

    await until(typed, () => typed.status === 'readonly');
    expect(typed.statusDetails).toMatchObject({ phase: 'agreed', problem: 'section-frozen', isEditable: false });
    expect(typed.contentHash()).toMatchObject({ hash: decision.revision?.hash });
    type(typed, 'Too late.');
    await expect(typed.saved()).rejects.toMatchObject({ code: 'section-frozen' });
    expect(typed.tray).toMatchObject([{ textAfter: 'Too late.' }]);
    expect(news.filter(({ name }) => name === 'session:changed').at(-1)).toMatchObject({ payload: { session: { items: [{ state: 'decided' }] } } });
  });
});
