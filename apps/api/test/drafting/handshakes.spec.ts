import { SCHEMA_VERSION } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { RawConnection } from './raw-connection.fixture.js';

let forum: RunningForum;
let writer: Visitor;

beforeAll(async () => {
  forum = await startDemonstration();
  writer = await forum.enter(forum.drafting.drafters[0]);
}, 60_000);
afterAll(() => forum.stop());

const open = async (visitor: Visitor, auth: object = {}, headers = {}): Promise<RawConnection> =>
  RawConnection.open(forum.url, { ticket: await visitor.signedIn.ticket(), ...auth }, headers);

describe('tickets', () => {
  it('[PR1] open one connection each', async () => {
    const ticket = await writer.signedIn.ticket();
    const first = await RawConnection.open(forum.url, { ticket });
    await expect(RawConnection.open(forum.url, { ticket })).rejects.toMatchObject({ code: 'ticket-invalid', status: 401 });
    first.close();
  });

  it.each([[{ ticket: 'unknown' }], [{ ticket: 7 }], [{ ticket: { $ne: '' } }], [{}]])('[PR1] are none: %j', async (auth) => {
    await expect(RawConnection.open(forum.url, auth)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });

  it('[PR1] are void once the mandate is withdrawn or the login has ended', async () => {
    const [dismissed, leaver] = await Promise.all(['observer1@partner.example', forum.drafting.drafters[1]].map((email) => forum.enter(email)));
    if (dismissed === undefined || leaver === undefined) throw new Error('two have signed in');
    const tickets = await Promise.all([dismissed.signedIn.ticket(), leaver.signedIn.ticket()]);
    await forum.administer('POST', `mandates/${dismissed.mandateId}/withdrawal`);
    await leaver.signedIn.signOut();
    for (const ticket of tickets) await expect(RawConnection.open(forum.url, { ticket })).rejects.toMatchObject({ code: 'ticket-invalid' });
  });
});

describe('handshakes', () => {
  it.each([{ protocol: 0 }, { protocol: '1' }, { protocol: undefined }, { schema: 0 }, { schema: SCHEMA_VERSION + 1 }, { schema: '2' }])(
    '[PR2] of another protocol or schema are told to load the program again: %j',
    async (auth) => {
      await expect(open(writer, auth)).rejects.toMatchObject({ code: 'client-too-old', status: 409 });
    },
  );

  it.each(['https://elsewhere.example', 'null', 'http://127.0.0.1:1', 'no address'])('[PR3] from a page of %s get no socket', async (origin) => {
    await expect(open(writer, {}, { origin })).rejects.toThrow('websocket error');
  });

  it('[PR3] from the forum’s own pages get one', async () => {
    const own = await open(writer, {}, { origin: forum.url });
    own.close();
  });

  it('[PR3] do not carry on the session of another connection, whatever their origin', async () => {
    const own = await open(writer);
    const session = own.socket.io.engine.id;
    const second = new WebSocket(`${forum.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&sid=${session}`);
    await new Promise((resolve) => second.addEventListener('error', resolve));
    expect(own.socket.connected).toBe(true);
    own.close();
  });

  it.each(['polling', 'webtransport', 'other'])('[PR3] by the transport %s are refused', async (transport) => {
    const answer = await fetch(`${forum.url}/socket.io/?EIO=4&transport=${transport}`);
    expect(answer.status).toBe(400);
  });

  it('[PR12] agree on pings that notice a dead line before a caret is thirty seconds old', async () => {
    const socket = new WebSocket(`${forum.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const opening = await new Promise<string>((resolve) => socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true }));
    const { pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number } = JSON.parse(opening.slice(1));
    expect(pingInterval + pingTimeout).toBeLessThan(LIMITS.presence.ttl);
    socket.close();
  });

  it('[PR4] of a member who has ten connections are refused until one of them ends', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => open(writer)));
    await expect(open(writer)).rejects.toMatchObject({ code: 'connections-exceeded', status: 429, retryAfter: 10 });
    ten[0]?.close();
    let next: RawConnection | null = null;
    while (next === null) next = await open(writer).catch((problem) => (expect(problem.code).toBe('connections-exceeded'), null));
    ten.push(next);
    ten.forEach((each) => each.close());
  });

  it('[PR4] are taken sixty a second by a node, and the next one is asked to wait', async () => {
    const { url } = await forum.addNode();
    const stopped = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    const attempt = (): Promise<string> => RawConnection.open(url, { ticket: 'unknown' }).then(() => 'opened', ({ code }) => code);
    const { handshakesPerSecond } = LIMITS.connections;
    const codes = await Promise.all(Array.from({ length: handshakesPerSecond + 1 }, attempt));
    expect([codes.filter((code) => code === 'ticket-invalid').length, codes.filter((code) => code === 'rate-exceeded').length]).toEqual([handshakesPerSecond, 1]);
    stopped.mockReturnValue(Date.now() + Math.ceil(1_000 / handshakesPerSecond));
    expect([await attempt(), await attempt()]).toEqual(['ticket-invalid', 'rate-exceeded']);
    stopped.mockRestore();
  });
});
