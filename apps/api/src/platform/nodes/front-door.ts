import { once } from 'node:events';
import { createServer, request as askOnward, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerClientErrors } from '../errors/answer-client-errors.js';

const LOOK_MS = 250;
const ANSWER_MS = 1_000;
/** What concerns one line and not what lies behind it. */
const OF_THE_LINE = ['connection', 'keep-alive', 'proxy-connection', 'upgrade'];

interface Behind {
  readonly port: number;
  isReady: boolean;
  /** Websockets that lead there. */
  readonly open: Set<Socket>;
}

/**
 * A proxy in front of the nodes of one machine. Requests and websockets go to a node that says it is ready, to the one with the
 * fewest websockets; a node that cannot be reached is passed over in the same moment. No node is anybody's own.
 */
export class FrontDoor {
  private readonly behind: readonly Behind[];
  private readonly server = createServer((request, response) => void this.pass(request, response));
  private readonly lines = new Set<Duplex>();
  private looking: NodeJS.Timeout | undefined;

  constructor(ports: readonly number[]) {
    answerClientErrors(this.server);
    this.behind = ports.map((port) => ({ port, isReady: false, open: new Set() }));
    this.server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => void this.passSocket(request, client, head));
  }

  async listen(port: number, host: string): Promise<void> {
    await this.look();
    this.looking = setInterval(() => void this.look(), LOOK_MS);
    this.server.listen(port, host);
    await once(this.server, 'listening');
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    this.server.close();
    this.server.closeAllConnections();
    for (const line of this.lines) line.destroy();
    await once(this.server, 'close');
  }

  private async look(): Promise<void> {
    await Promise.all(
      this.behind.map(async (node) => {
        const signal = AbortSignal.timeout(ANSWER_MS);
        node.isReady = await fetch(`http://127.0.0.1:${node.port}/readyz`, { signal }).then(({ ok }) => ok, () => false);
      }),
    );
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = await this.reach();
    if (line === null) return void response.writeHead(503, { 'Retry-After': 1 }).end();
    const onward = askOnward({ createConnection: () => line.socket, method: request.method, path: request.url, headers: headersOnward(request) });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutLine(answer.headers));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  private async passSocket(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    this.keep(client);
    const line = await this.reach();
    if (line === null) return void client.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    const { socket, node } = line;
    node.open.add(socket);
    const end = (): void => {
      node.open.delete(socket);
      for (const each of [client, socket]) each.destroy();
    };
    for (const each of [client, socket]) each.on('error', end).on('close', end);
    socket.write(headOf(request));
    socket.write(head);
    socket.pipe(client);
    client.pipe(socket);
  }

  /** A line to a node: the readiest first, then whichever takes one. */
  private async reach(): Promise<{ socket: Socket; node: Behind } | null> {
    const inTurn = [...this.behind].sort((one, other) => Number(other.isReady) - Number(one.isReady) || one.open.size - other.open.size);
    for (const node of inTurn) {
      const socket = connect({ port: node.port, host: '127.0.0.1', noDelay: true });
      try {
        await once(socket, 'connect', { signal: AbortSignal.timeout(ANSWER_MS) });
        this.keep(socket);
        return { socket, node };
      } catch {
        node.isReady = false;
        socket.destroy();
      }
    }
    return null;
  }

  private keep(line: Duplex): void {
    this.lines.add(line);
    line.on('close', () => this.lines.delete(line)).on('error', () => line.destroy());
  }
}

const withoutLine = (headers: IncomingMessage['headers']): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_LINE.includes(name)));

const headersOnward = (request: IncomingMessage): OutgoingHttpHeaders => ({
  ...withoutLine(request.headers),
  'x-forwarded-for': request.socket.remoteAddress,
  connection: 'close',
});

/** The request of a websocket as it came, but for who asks. */
function headOf({ method, url, rawHeaders, socket }: IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'x-forwarded-for') lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  return `${[...lines, `X-Forwarded-For: ${socket.remoteAddress}`].join('\r\n')}\r\n\r\n`;
}
