import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { askForState, holdNothing, readSync, updateMessage } from './sync-message.ts';
import type { OpenText, Received, Wire } from './wire.ts';

/** Kinds of messages of Hocuspocus 4. */
const SYNC = 0;
const AUTHENTICATION = 2;
const SYNC_REPLY = 4;
/** Kinds of messages about authentication. */
const TOKEN = 0;

/** As `@hocuspocus/provider` speaks, but for cursors. */
export async function plugHocuspocus(url: string, name: string, version: string, received: Received): Promise<Wire> {
  const socket = new WebSocket(url);
  const head = headOf(name, SYNC);
  let opened: (text: OpenText) => void = () => undefined;
  socket.on('message', (frame: Buffer) => {
    const decoder = decoding.createDecoder(frame);
    decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind === AUTHENTICATION) return socket.send(askForState(head));
    if (kind !== SYNC && kind !== SYNC_REPLY) return;
    const message = readSync(decoder);
    if (message.kind === 'wanted') socket.send(holdNothing(head));
    else if (message.kind === 'update') received(message.bytes);
    else opened({ state: message.bytes, clientId: null, push: (update) => socket.send(updateMessage(head, update)) });
  });
  await once(socket, 'open');
  return {
    standsAlone: false,
    open: () => {
      socket.send(authentication(name, version));
      return new Promise((resolve) => (opened = resolve));
    },
    close: () => socket.terminate(),
  };
}

function headOf(name: string, kind: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, kind);
  return encoding.toUint8Array(encoder);
}

function authentication(name: string, version: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, headOf(name, AUTHENTICATION));
  encoding.writeVarUint(encoder, TOKEN);
  encoding.writeVarString(encoder, ''); // no token, as the provider without one
  encoding.writeVarString(encoder, version);
  return encoding.toUint8Array(encoder);
}
