import type { Handshake } from '@expert-forum/contracts';
import { describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '../schema/versions.js';
import type { Connection, ConnectionState, ConnectionUser } from './connection.js';
import { ManualRuntime, settled } from './fake-server.fixture.js';
import { ForumProblem, localProblem, type ClientProblem } from './forum-problem.js';
import { sharedConnection } from './open-connection.js';
import type { SocketListener } from './socket-port.js';

/** A network whose sockets the test opens, refuses and cuts; and a desk that gives out tickets. */
class FakeNetwork {
  readonly runtime = new ManualRuntime();
  readonly handshakes: Handshake[] = [];
  readonly states: ConnectionState['kind'][] = [];
  refusal: ClientProblem | null = null;
  private tickets = 0;
  private listener: SocketListener | undefined;

  readonly ticket = async (): Promise<string> => {
    if (this.refusal !== null) throw new ForumProblem(this.refusal);
    return `ticket ${(this.tickets += 1)}`;
  };

  connect(): () => void {
    return this.connection().use(user(this.states));
  }

  connection(): Connection {
    const openSocket = (_url: string, handshake: Handshake, listener: SocketListener) => {
      this.handshakes.push(handshake);
      this.listener = listener;
      return { id: 'own', request: async () => ({ kind: 'done', value: null }) as const, send: () => undefined, close: () => undefined };
    };
    return sharedConnection('http://forum', this.ticket, { runtime: this.runtime, openSocket });
  }

  async open(): Promise<void> {
    await settled();
    this.listener?.opened();
  }

  cut = (): void => this.listener?.closed();
  close = (problem: ClientProblem): void => this.listener?.event('connection:closing', { problem });
  refuse = (problem: ClientProblem): void => this.listener?.refused(problem);
}

const user = (states: ConnectionState['kind'][]): ConnectionUser => ({
  sectionId: null,
  changed: (state) => void states.push(state.kind),
  applied: () => undefined,
  shared: () => undefined,
  event: () => undefined,
});

describe('connection', () => {
  it('[P9] shares one socket among everything opened with the same ticket function, until the last use ends', async () => {
    const network = new FakeNetwork();
    const [first, second] = [network.connect(), network.connect()];
    await network.open();
    expect(network.handshakes).toEqual([{ ticket: 'ticket 1', protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION }]);
    first();
    expect(network.states.at(-1)).toBe('open');
    second();
    network.connect();
    await network.open();
    expect(network.handshakes.length).toBe(2);
  });

  it('[P9] comes back after a cut with a new ticket, later and later while it fails', async () => {
    const network = new FakeNetwork();
    network.connect();
    await network.open();
    network.cut();
    const waits: number[] = [];
    for (let attempt = 2; attempt < 7; attempt += 1) {
      let waited = 0;
      for (; network.handshakes.length < attempt; waited += 50) await network.runtime.pass(50);
      waits.push(waited);
      network.cut();
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(network.handshakes.map(({ ticket }) => ticket)).size).toBe(6);
    expect(waits[4]).toBeGreaterThan(1_000);
  });

  it.each([
    ['update:push', 'at once', 200],
    ['section:join', 'later and later', 3_200],
  ])('[R16] comes back when each socket is cut within seconds after an answered %s: %s', async (event, _, longest) => {
    const network = new FakeNetwork();
    network.connect();
    const connection = network.connection();
    let waited = 0;
    for (let attempt = 1; attempt < 6; attempt += 1) {
      await network.open();
      await connection.request(event, null);
      network.cut();
      for (waited = 0; network.handshakes.length === attempt; waited += 50) await network.runtime.pass(50);
    }
    expect(waited).toBeGreaterThan(longest / 2 - 50);
    expect(waited).toBeLessThanOrEqual(longest);
  });

  it.each(['login-required', 'mandate-not-held'] as const)('[P4] ends the attempts when no ticket is given: %s', async (code) => {
    const network = new FakeNetwork();
    network.refusal = localProblem(code);
    network.connect();
    await settled();
    await network.runtime.pass(60_000);
    expect([network.states.at(-1), network.handshakes.length]).toEqual(['refused', 0]);
  });

  it('[P4] asks for a ticket again when the server closes it for its rights, and stops for an older program', async () => {
    const network = new FakeNetwork();
    network.connect();
    await network.open();
    network.close(localProblem('mandate-not-held'));
    await network.runtime.pass(500);
    expect(network.handshakes.length).toBe(2);
    network.refuse(localProblem('client-too-old'));
    await network.runtime.pass(60_000);
    expect([network.states.at(-1), network.handshakes.length]).toEqual(['refused', 2]);
  });

  it('[R16] that was refused with others comes back apart from them', async () => {
    const delays = [0, 0.9].map(async (chance) => {
      const network = new FakeNetwork();
      network.runtime.random = () => chance;
      network.connect();
      await settled();
      network.refuse({ ...localProblem('rate-exceeded'), retryAfter: 1 });
      const began = network.runtime.now();
      while (network.handshakes.length < 2) await network.runtime.pass(10);
      return network.runtime.now() - began;
    });
    const [first = 0, second = 0] = await Promise.all(delays);
    expect([first, second - first]).toEqual([1_100, 90]);
  });

  it('[R16] waits as long as the server asks', async () => {
    const network = new FakeNetwork();
    network.connect();
    await settled();
    network.refuse({ ...localProblem('connections-exceeded'), retryAfter: 30 });
    await network.runtime.pass(29_000);
    expect(network.handshakes.length).toBe(1);
    await network.runtime.pass(2_000);
    expect(network.handshakes.length).toBe(2);
  });
});
