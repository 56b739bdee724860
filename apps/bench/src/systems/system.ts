import type * as Y from 'yjs';

/** A server that lets people write one text together, as its users would install it. */
export interface System {
  readonly name: string;
  /** Of the installed package. */
  readonly version: string;
  /** Starts the server in a process of its own; a server that does not start fails the run. */
  start(): Promise<RunningSystem>;
}

export interface RunningSystem {
  /** Process id of the server. */
  readonly pid: number;
  /** One more person with a replica of the shared text, resolved when the replica is complete. */
  connect(): Promise<Participant>;
  /** Characters of the shared text that a restart would find in the system's store at this moment. */
  storedCharacters(): Promise<number>;
  stop(): Promise<void>;
}

export interface Participant {
  readonly doc: Y.Doc;
  leave(): Promise<void> | void;
}
