import { once } from 'node:events';
import type { Socket } from 'node:net';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '@expert-forum/collab';

const HEADERS = { 'Content-Type': 'application/json', 'X-Forum-Request': '1', Cookie: 'forum_login=nobody' };

/** Whoever asks whether this process is ready waits for it no longer than this. */
const LONGEST_MS = 5_000;

/** As socket.io writes it in the only namespace. */
const CONNECT = `40${JSON.stringify({ ticket: 'none', protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION })}`;

/**
 * What a process does for the first time takes it several times as long. Before anybody comes, a stranger signs in, asks for a
 * ticket and opens a socket; all of it is refused, behind the same doors, readers and questions to the database.
 *
 * @param asked a connection to this process, which shows where it listens
 * @throws Error if that takes too long
 */
export async function visitItself({ localAddress = '', localFamily, localPort = 0 }: Socket, longestMs = LONGEST_MS): Promise<void> {
  const signal = AbortSignal.timeout(longestMs);
  const address = `${localFamily === 'IPv6' ? `[${localAddress}]` : localAddress}:${localPort}`;
  for (const door of ['logins', 'tickets']) {
    const answer = await fetch(`http://${address}/api/v1/${door}`, { method: 'POST', headers: HEADERS, body: '{}', signal });
    await answer.arrayBuffer();
  }
  const socket = new WebSocket(`ws://${address}/socket.io/?EIO=4&transport=websocket`);
  socket.addEventListener('open', () => socket.send(CONNECT));
  socket.addEventListener('message', ({ data }) => String(data).startsWith('44') && socket.close());
  await once(socket, 'close', { signal }).finally(() => socket.close());
}
