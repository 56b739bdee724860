import { oneFrameParser, PROTOCOL_VERSION, SCHEMA_VERSION, SOCKET_TABLES } from '@expert-forum/collab';
import type { CLIENT_COMMANDS, Problem } from '@expert-forum/contracts';
import { io, type Socket } from 'socket.io-client';
import { PASSWORD } from '../start/running-forum.js';

type Answer = { ok: true; value: unknown } | { ok: false; problem: Problem };

/** Somebody who keeps every byte that the forum sends: answers with their headers, and the frames of a socket as they come. */
export class Witness {
  readonly answers: string[] = [];
  readonly frames: string[] = [];

  private constructor(
    readonly email: string,
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
    readonly mandateId: string,
    private readonly socket: Socket,
  ) {}

  static async enter(url: string, email: string): Promise<Witness> {
    const headers = { 'X-Forum-Request': '1', 'Content-Type': 'application/json' };
    const login = await fetch(`${url}/api/v1/logins`, { method: 'POST', headers, body: JSON.stringify({ email, password: PASSWORD }) });
    const { mandates }: { mandates: { id: string }[] } = await login.json();
    const mandateId = mandates[0]?.id ?? '';
    const own = { ...headers, Cookie: login.headers.getSetCookie().join('; '), 'X-Forum-Mandate': mandateId };
    const tickets = await fetch(`${url}/api/v1/tickets`, { method: 'POST', headers: own, body: JSON.stringify({ mandateId }) });
    const { ticket }: { ticket: string } = await tickets.json();
    const socket = io(url, {
      auth: { ticket, protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION },
      parser: oneFrameParser(SOCKET_TABLES),
      transports: ['websocket'],
      forceNew: true,
    });
    const witness = new Witness(email, url, own, mandateId, socket);
    socket.io.engine.on('data', (data: string | ArrayBuffer) => witness.frames.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1')));
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return witness;
  }

  async ask(method: string, path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${this.url}${path}`, { method, headers: this.headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    this.answers.push(`${response.status} ${JSON.stringify([...response.headers])} ${text}`);
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }

  send(name: (typeof CLIENT_COMMANDS)[number], payload: unknown): Promise<Answer> {
    return this.socket.emitWithAck(name, payload);
  }

  /** Resolves with the next event of that name. */
  next(name: string): Promise<void> {
    return new Promise((resolve) => this.socket.once(name, () => resolve()));
  }

  leave(): void {
    this.socket.close();
  }
}
