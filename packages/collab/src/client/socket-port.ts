import type { Handshake } from '@expert-forum/contracts';
import type { ClientProblem } from './forum-problem.js';

/** The answer to a command. `unknown`: no answer came, so the server may or may not have done it (R5). */
export type Answer = { kind: 'done'; value: unknown } | { kind: 'refused'; problem: ClientProblem } | { kind: 'unknown' };

/** One attempt to reach the server and, if it succeeds, the socket's life. */
export interface SocketListener {
  opened(): void;
  /** The handshake was refused. */
  refused(problem: ClientProblem): void;
  /** The attempt failed or the socket ended; comes once, and nothing after it. */
  closed(): void;
  event(name: string, payload: unknown): void;
}

export interface SocketPort {
  /** The name the server has for this connection; empty until it is open. */
  readonly id: string;
  request(event: string, payload: unknown): Promise<Answer>;
  send(event: string, payload: unknown): void;
  /** Ends the socket without calling `closed`. */
  close(): void;
}

export type OpenSocket = (url: string, handshake: Handshake, listener: SocketListener) => SocketPort;
