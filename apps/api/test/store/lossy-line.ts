import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { APPEND_IF_UNCHANGED } from '../../src/features/drafting/store/statements.js';
import type { CommitFate } from './memory-drafting-store.js';

/** How the messages look that commit: the word, or the name of a statement that is a whole write. */
const COMMITS = ['COMMIT\0', `\0${APPEND_IF_UNCHANGED.name}\0`];

/** What a line makes of a message: it breaks before that gets there, or before its answer is back. */
export type Loss = Extract<CommitFate, 'failed' | 'unheard'>;

/** A line to PostgreSQL that breaks at COMMITs or other messages, as often as it is told to, and that can be laid to another port. */
export class LossyLine {
  private losing: { readonly loss: Loss; left: number; readonly at: readonly string[]; readonly done: () => void } | null = null;
  private readonly ends = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private target: string,
  ) {
    server.on('connection', (near) => this.carry(near));
  }

  static async to(target: string): Promise<LossyLine> {
    const server = createServer();
    const line = new LossyLine(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Resolves when so many connections have broken at their next message that has one of these pieces in it. */
  lose(loss: Loss, times: number, at = COMMITS): Promise<void> {
    return new Promise((done) => (this.losing = { loss, left: times, at, done }));
  }

  /** Where new connections lead; whoever has one keeps it. */
  lead(target: string): void {
    this.target = target;
  }

  stop(): void {
    this.server.close();
    this.ends.forEach((end) => end.destroy());
  }

  private carry(near: Socket): void {
    const { hostname, port } = new URL(this.target);
    const far = connect(Number(port), hostname);
    let loss: Loss | null = null;
    const cut = (): void => [near, far].forEach((end) => (end.destroy(), this.ends.delete(end)));
    for (const end of [near, far]) {
      this.ends.add(end);
      end.on('error', cut).on('close', cut);
    }
    near.on('data', (bytes) => {
      loss ??= this.lossAt(bytes);
      if (loss === 'failed') cut();
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (loss === 'unheard') cut();
      else near.write(bytes);
    });
  }

  private lossAt(bytes: Buffer): Loss | null {
    const { losing } = this;
    if (losing === null || !losing.at.some((piece) => bytes.includes(piece))) return null;
    losing.left -= 1;
    if (losing.left <= 0) this.losing = null;
    if (losing.left <= 0) losing.done();
    return losing.loss;
  }
}
