import { SESSION_COMMANDS, type SessionCommands, type SessionView } from '@expert-forum/contracts';
import { isTransient } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '../../src/platform/ledger/verify-ledger.js';
import type { Person } from '../people/forum.fixture.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { Meeting } from './meeting.fixture.js';

type Name = keyof SessionCommands;
type People = Meeting['people'];

/** Who does it, and to what; arranged before, so that what the ledger gains is the command's own. */
interface Deed {
  readonly by: keyof People;
  readonly arrange: () => Promise<object>;
}

let meeting: Meeting;
let raw: RawConnection | null = null;

beforeAll(async () => {
  meeting = await Meeting.prepare();
});
afterEach(() => raw?.close());
afterAll(() => meeting.end());

const PLAN = { title: { en: 'A session' }, startsAt: '2026-07-01T10:00:00Z', endsAt: '2026-07-01T12:00:00Z' };

const planned = async (): Promise<{ sessionId: string }> => ({ sessionId: await meeting.plan([]) });
const opened = async (): Promise<SessionView> => meeting.openWith([await meeting.section('The Hub')]);
const running = async (): Promise<{ sessionId: string }> => ({ sessionId: (await opened()).id });
const act = (person: Person, path: string, body?: object): Promise<unknown> => meeting.must(person, 'POST', path, body);

async function called(): Promise<{ sessionId: string; callId: string; seq: number; hash: string }> {
  const { id, items } = await opened();
  const [item] = items;
  const call = await meeting.callFor(item?.id, item?.sections[0]?.id ?? '');
  return { sessionId: id, callId: call.id, seq: call.seq, hash: call.hash };
}

async function unopposed(): Promise<{ sessionId: string; agreement: { callId: string; seq: number; hash: string } }> {
  const { sessionId, ...agreement } = await called();
  await meeting.pass(10_000);
  return { sessionId, agreement };
}

async function asked(): Promise<{ sessionId: string; requestId: string }> {
  const { sessionId } = await running();
  const { id } = await meeting.must<{ id: string }>(meeting.people.expert, 'POST', `sessions/${sessionId}/floor`);
  return { sessionId, requestId: id };
}

async function suspended(): Promise<{ sessionId: string }> {
  const session = await running();
  await act(meeting.people.chair, `sessions/${session.sessionId}/suspend`);
  return session;
}

/** Every command; one that is missing here does not compile. */
const DEEDS: Readonly<Record<Name, Deed>> = {
  'session:join': { by: 'expert', arrange: planned },
  'session:leave': { by: 'expert', arrange: planned },
  'session:plan': { by: 'chair', arrange: () => Promise.resolve(PLAN) },
  'session:edit': { by: 'moderator', arrange: async () => ({ ...PLAN, ...(await planned()) }) },
  'session:set-agenda': { by: 'moderator', arrange: async () => ({ ...(await planned()), items: [] }) },
  'session:open': { by: 'chair', arrange: planned },
  'session:suspend': { by: 'chair', arrange: running },
  'session:resume': { by: 'chair', arrange: suspended },
  'session:close': { by: 'chair', arrange: running },
  'session:take-chair': { by: 'moderator', arrange: running },
  'item:activate': {
    by: 'chair',
    arrange: async () => {
      const { items } = await meeting.openWith([], []);
      await act(meeting.people.chair, `agenda-items/${items[0]?.id}/conclusion`, { to: 'decided' });
      return { itemId: items[1]?.id };
    },
  },
  'item:conclude': { by: 'chair', arrange: async () => ({ itemId: (await opened()).items[0]?.id, to: 'referred' }) },
  'call:open': {
    by: 'chair',
    arrange: async () => {
      const [item] = (await opened()).items;
      return { itemId: item?.id, sectionId: item?.sections[0]?.id };
    },
  },
  'call:object': { by: 'focalJpn', arrange: async () => ({ callId: (await called()).callId }) },
  'decision:record': { by: 'chair', arrange: async () => (await unopposed()).agreement },
  'decision:correct': {
    by: 'chair',
    arrange: async () => {
      const { sessionId, agreement } = await unopposed();
      const { callId, ...seen } = agreement;
      const { id } = await meeting.must<{ id: string }>(meeting.people.chair, 'POST', `objection-calls/${callId}/decision`, seen);
      return { sessionId, decisionId: id, to: 'drafting' };
    },
  },
  'floor:ask': { by: 'rapporteur', arrange: running },
  'floor:withdraw': { by: 'expert', arrange: async () => ({ sessionId: (await asked()).sessionId }) },
  'floor:give': { by: 'chair', arrange: asked },
};

describe('commands of sessions', () => {
  it.each(SESSION_COMMANDS)('[SE16] %s leaves one row in the ledger, or is listed as transient and leaves none', async (name) => {
    const { by, arrange } = DEEDS[name];
    const payload = await arrange();
    raw = await meeting.connect(meeting.people[by]);
    const before = await meeting.ledger();
    expect(await raw.ask(name, payload)).toMatchObject({ ok: true });
    const added = (await meeting.ledger()).slice(before.length);
    expect(added.map(({ object }) => typeof object['session'])).toEqual(isTransient(name) ? [] : ['string']);
  });

  it('[SE16] keep the chain of the ledger whole', async () => {
    expect(await verifyLedger(meeting.forum.dataSource)).toMatchObject({ fault: null });
  });

  // Leaving is everybody's, always.
  it.each(SESSION_COMMANDS.filter((name) => name !== 'session:leave'))('[SE16] %s is refused to whoever lost the mandate since the connection was opened', async (name) => {
    const { by, arrange } = DEEDS[name];
    const payload = await arrange();
    const { mandateId } = meeting.people[by];
    raw = await meeting.connect(meeting.people[by]);
    // Behind the back of the forum: whether the command or the next look at the connections comes first, nothing is done.
    const setEnd = (end: Date | null): Promise<unknown> => meeting.forum.dataSource.query('UPDATE mandate SET ends_at = $2 WHERE id = $1', [mandateId, end]);
    await setEnd(meeting.forum.clock.now());
    const answer = await Promise.race([raw.ask(name, payload), raw.closed()]);
    await setEnd(null);
    expect(answer).toMatchObject({ problem: { code: 'mandate-not-held' } });
  });

  it('[P11] what cannot be an id is not found', async () => {
    const { chair, focalJpn } = meeting.people;
    const requests = [
      [chair, 'GET', 'sessions/nothing'],
      [chair, 'GET', 'sessions/nothing/minutes'],
      [chair, 'POST', 'sessions/nothing/open'],
      [chair, 'POST', 'agenda-items/nothing/activate'],
      [focalJpn, 'POST', 'objection-calls/nothing/objection'],
      [chair, 'GET', 'sections/nothing/revisions'],
      [chair, 'GET', 'revisions/nothing'],
    ] as const;
    for (const [person, method, path] of requests) {
      expect([path, (await meeting.ask(person, method, path)).body.code]).toEqual([path, 'not-found']);
    }
  });

  it('[SE16] of another forum do not exist here', async () => {
    const { sessionId, callId, seq, hash } = await called();
    const by = await meeting.forum.open();
    const stranger = await meeting.forum.person(by, { role: 'moderator' });
    const requests = [
      ['GET', `sessions/${sessionId}`],
      ['GET', `sessions/${sessionId}/minutes`],
      ['GET', `sessions/${sessionId}/calendar.ics`],
      ['POST', `sessions/${sessionId}/open`],
      ['POST', `sessions/${sessionId}/chair`],
      ['PUT', `sessions/${sessionId}`, PLAN],
      ['PUT', `sessions/${sessionId}/agenda`, { items: [] }],
      ['POST', `objection-calls/${callId}/decision`, { seq, hash }],
    ] as const;
    for (const [method, path, body] of requests) {
      expect([path, (await meeting.ask(stranger, method, path, body)).body.code]).toEqual([path, 'not-found']);
    }
    expect(await meeting.must<object[]>(stranger, 'GET', 'sessions')).toEqual([]);
    raw = await meeting.connect(stranger);
    expect(await raw.ask('session:join', { sessionId })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
