import { io } from 'socket.io-client';
import { oneFrameParser } from '../socket/one-frame-parser.js';
import { isProblem, type ClientProblem } from './forum-problem.js';
import type { Answer, OpenSocket } from './socket-port.js';
import { SOCKET_TABLES } from '../socket/socket-tables.js';

const parser = oneFrameParser(SOCKET_TABLES);

/** Opens a socket.io connection for one attempt; attempts are repeated by the connection, each with a new ticket. */
export const openSocketIo: OpenSocket = (url, handshake, listener) => {
  const socket = io(url, { auth: handshake, parser, transports: ['websocket'], reconnection: false, forceNew: true });
  socket.on('connect', () => listener.opened());
  socket.on('connect_error', (error) => {
    const problem = problemOf(error);
    if (problem === null) listener.closed();
    else listener.refused(problem);
  });
  socket.on('disconnect', () => listener.closed());
  socket.onAny((name: string, payload: unknown) => listener.event(name, payload));
  return {
    get id() {
      return socket.id ?? '';
    },
    request: (event, payload) => new Promise((resolve) => socket.emit(event, payload, (answer: unknown) => resolve(readAnswer(answer)))),
    send: (event, payload) => void socket.emit(event, payload),
    close: () => {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
};

/** A refusal by the server carries a problem; an error of the network does not. */
function problemOf(error: Error): ClientProblem | null {
  const data: unknown = 'data' in error ? error.data : undefined;
  return isProblem(data) ? data : null;
}

function readAnswer(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return { kind: 'unknown' };
  if (answer.ok === true) return { kind: 'done', value: 'value' in answer ? answer.value : undefined };
  return 'problem' in answer && isProblem(answer.problem) ? { kind: 'refused', problem: answer.problem } : { kind: 'unknown' };
}
