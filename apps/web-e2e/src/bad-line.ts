import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { seededRandom } from '@expert-forum/testing';
import { FrameReader, isPush } from './websocket-frames.js';

const DELAY_MS = 300;
const SWAY_MS = 100;
const LOST = 0.05;
/** Until TCP has sent again what was lost. */
const AGAIN_MS = 600;
/** A cut comes after so many frames. */
const FRAMES_TO_CUT = 20;
const PUSHES_TO_REPEAT = 4;

/**
 * A bad line to the forum, by which a browser may come to it. Whatever passes takes 300 ms ± 100 and stays in order, as TCP
 * keeps it. Of the frames of either side, 5 % are lost; TCP sends them again, and all that is behind them waits. Every twentieth
 * frame ends its connection, and what is on its way there is gone. Every fourth push is sent twice, as by a program that did not
 * hear the answer. Of the rest of HTTP only the delay is modelled.
 */
export class BadLine {
  /** What has befallen it. */
  readonly count = { passed: 0, lost: 0, cut: 0, twice: 0 };
  private isBad = true;
  private pushes = 0;
  private readonly ends = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly forum: URL,
    private readonly random: () => number,
  ) {
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => this.pass(asked, answer));
    server.on('upgrade', (asked: IncomingMessage, near: Socket, head: Buffer) => this.join(asked, near, head));
  }

  static async to(forum: string, seed: number): Promise<BadLine> {
    const server = createServer();
    const line = new BadLine(server, new URL(forum), seededRandom(seed));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** From now on nothing is lost, cut or sent twice; it stays slow. */
  calm(): void {
    this.isBad = false;
  }

  stop(): void {
    for (const end of this.ends) end.destroy();
    this.server.closeAllConnections();
    this.server.close();
  }

  private get delay(): number {
    return DELAY_MS + (2 * this.random() - 1) * SWAY_MS;
  }

  /** What it costs that the next frame is lost, if it is. */
  private get loss(): number {
    if (!this.isBad || this.random() >= LOST) return 0;
    this.count.lost += 1;
    return AGAIN_MS;
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url: path, headers } = asked;
    const onward = request({ host: this.forum.hostname, port: this.forum.port, method, path, headers }, (answered) => {
      void setTimeout(this.delay).then(() => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      });
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }

  private join({ url: path, rawHeaders }: IncomingMessage, near: Socket, head: Buffer): void {
    const far = connect(Number(this.forum.port), this.forum.hostname);
    const fields = Array.from({ length: rawHeaders.length / 2 }, (_, at) => `${rawHeaders[2 * at]}: ${rawHeaders[2 * at + 1]}\r\n`);
    far.write(`GET ${path} HTTP/1.1\r\n${fields.join('')}\r\n`);
    const cut = (): void => [near, far].forEach((end) => (end.destroy(), this.ends.delete(end)));
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', cut).on('close', cut);
    }
    this.carry(near, far, new FrameReader({ hasHead: false }), cut);
    this.carry(far, near, new FrameReader({ hasHead: true }), cut);
    if (head.length > 0) near.unshift(head);
  }

  /** One frame after the other: timers of different lengths keep no order. */
  private carry(from: Socket, to: Socket, reader: FrameReader, cut: () => void): void {
    let before: Promise<unknown> = Promise.resolve();
    from.on('data', (bytes: Buffer) => {
      for (const frame of reader.read(bytes)) {
        const comes = setTimeout(this.delay + this.loss);
        before = Promise.all([before, comes]).then(() => this.deliver(frame, to, cut));
      }
    });
  }

  private deliver(frame: Buffer, to: Socket, cut: () => void): void {
    if (to.destroyed) return;
    this.count.passed += 1;
    if (this.isBad && this.count.passed % FRAMES_TO_CUT === 0) {
      this.count.cut += 1;
      return cut();
    }
    to.write(frame);
    if (!this.isBad || !isPush(frame)) return;
    this.pushes += 1;
    if (this.pushes % PUSHES_TO_REPEAT !== 0) return;
    this.count.twice += 1;
    to.write(frame);
  }
}
