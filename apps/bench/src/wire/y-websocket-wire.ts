import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { askForState, holdNothing, readSync, updateMessage } from './sync-message.ts';
import type { OpenText, Received, Wire } from './wire.ts';

const SYNC = 0;
const HEAD = Uint8Array.of(SYNC);

/** As `y-websocket` speaks, but for cursors. */
export async function plugYWebsocket(url: string, room: string, received: Received): Promise<Wire> {
  const socket = new WebSocket(`${url}/${room}`);
  let opened: (text: OpenText) => void = () => undefined;
  socket.on('message', (frame: Buffer) => {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    const message = readSync(decoder);
    if (message.kind === 'wanted') socket.send(holdNothing(HEAD));
    else if (message.kind === 'update') received(message.bytes);
    else opened({ state: message.bytes, clientId: null, push: (update) => socket.send(updateMessage(HEAD, update)) });
  });
  await once(socket, 'open');
  return {
    standsAlone: false,
    open: () => {
      socket.send(askForState(HEAD));
      return new Promise((resolve) => (opened = resolve));
    },
    close: () => socket.terminate(),
  };
}
