import { once } from 'node:events';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import type { Received, Wire } from './wire.ts';

/** Before an edit; something else is before what is handed on besides. */
const EDIT = Buffer.of(1);

export async function plugWsRelay(port: number, section: number, received: Received): Promise<Wire> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${section}`);
  socket.on('message', (message: Buffer) => message[0] === EDIT[0] && received(message.subarray(1)));
  await once(socket, 'open');
  return wireOf((update) => socket.send(Buffer.concat([EDIT, update])), () => socket.terminate());
}

export async function plugSocketIoRelay(port: number, section: number, received: Received): Promise<Wire> {
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, query: { section } });
  socket.on('update', (update: Uint8Array) => received(update));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return wireOf((update) => socket.emit('update', update), () => socket.disconnect());
}

/** A relay keeps no text that could be opened. */
function wireOf(push: (update: Uint8Array) => void, close: () => void): Wire {
  return { standsAlone: true, open: () => Promise.resolve({ state: null, clientId: null, push }), close };
}
