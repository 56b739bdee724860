import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import type { CommitFate } from './memory-drafting-store.js';

/** A line to PostgreSQL that breaks at the first COMMIT: before it gets there, or before its answer is back. */
export interface LossyLine {
  readonly url: string;
  stop(): void;
}


export async function startLossyLine(target: string, fate: Extract<CommitFate, 'failed' | 'unheard'>): Promise<LossyLine> {
  const { hostname, port } = new URL(target);
  const url = new URL(target);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let isLost = false;
    const cut = (): void => [near, far].forEach((end) => end.destroy());
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', cut).on('close', cut);
    }
    near.on('data', (bytes) => {
      isLost ||= bytes.includes('COMMIT\0');
      if (isLost && fate === 'failed') cut();
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (isLost) cut();
      else near.write(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  url.port = String(address.port);
  return {
    url: url.href,
    stop: () => {
      server.close();
      ends.forEach((end) => end.destroy());
    },
  };
}
