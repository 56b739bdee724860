import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '@expert-forum/testing';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { startPinnedServer } from '../processor.ts';
import { plugSocketIoRelay, plugWsRelay } from '../wire/relay-wires.ts';
import type { Received, Wire } from '../wire/wire.ts';
import { packageVersion } from './package-version.ts';
import { beginAlike } from './shared-text.ts';
import type { Participant, RunningSystem, System } from './system.ts';

/** What any server on this library can reach: the same bytes handed on and neither read nor kept. */
export const wsRelay = (): System => relay('ws', 'bare ws relay', { join: joinByWs, plug: plugWsRelay });
export const socketIoRelay = (): System => relay('socket.io', 'bare socket.io relay', { join: joinBySocketIo, plug: plugSocketIoRelay });

/** How people come to a relay. */
interface Ways {
  join(port: number, section: number): Promise<Participant>;
  plug(port: number, section: number, received: Received): Promise<Wire>;
}

function relay(library: 'ws' | 'socket.io', name: string, ways: Ways): System {
  const file = `${library.replace('.', '-')}-relay.ts`;
  return { name, version: packageVersion(library), start: () => startRelay(fileURLToPath(new URL(`../peers/${file}`, import.meta.url)), ways) };
}

async function startRelay(program: string, ways: Ways): Promise<RunningSystem> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port) };
  const server = await startPinnedServer({ args: [program], env, readyUrl: `http://127.0.0.1:${port}/` });
  return {
    ...server,
    connect: (section = 0) => ways.join(port, section),
    plug: (section, received) => ways.plug(port, section, received),
    storedCharacters: () => Promise.resolve(0),
    startAgain: () => startRelay(program, ways),
  };
}

/** Marks what is handed on that is no edit. */
const CARET = 0;

async function joinByWs(port: number, section: number): Promise<Participant> {
  const doc = beginAlike();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${section}`);
  await once(socket, 'open');
  socket.on('message', (message: Buffer) => message[0] !== CARET && Y.applyUpdate(doc, message.subarray(1), socket));
  doc.on('update', (update: Uint8Array, origin) => origin !== socket && socket.send(Buffer.concat([Buffer.of(1), update])));
  const moveCaret = (position: unknown) => socket.send(Buffer.concat([Buffer.of(CARET), Buffer.from(JSON.stringify(position))]));
  return { doc, moveCaret, leave: () => socket.terminate() };
}

async function joinBySocketIo(port: number, section: number): Promise<Participant> {
  const doc = beginAlike();
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, query: { section } });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.on('update', (update: ArrayBuffer) => Y.applyUpdate(doc, new Uint8Array(update), socket));
  doc.on('update', (update: Uint8Array, origin) => origin !== socket && socket.emit('update', update));
  return { doc, moveCaret: (position) => socket.emit('caret', position), leave: () => void socket.disconnect() };
}
