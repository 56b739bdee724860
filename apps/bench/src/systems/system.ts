import type * as Y from 'yjs';
import type { PinnedServer } from '../processor.ts';
import type { Received, Wire } from '../wire/wire.ts';

/** A server that lets people write texts together, as its users would install it. */
export interface System {
  readonly name: string;
  /** Of the installed package. */
  readonly version: string;
  /** Starts the server with an empty store, in a process of its own; a server that does not start fails the run. */
  start(size: Size): Promise<RunningSystem>;
}

export interface Size {
  /** Texts, each of its own. */
  readonly sections: number;
  /** People who may write in each of them. */
  readonly people: number;
}

export interface RunningSystem extends PinnedServer {
  /** One more person with a replica of a text, resolved when the replica is complete. Sections count from 0. */
  connect(section?: number): Promise<Participant>;
  /** One more person who is connected, without a replica, and has opened nothing yet. */
  plug(section: number, received: Received): Promise<Wire>;
  /** Characters of a text that a restart would find in the system's store at this moment. */
  storedCharacters(section?: number): Promise<number>;
  /**
   * The same store in a new process: once this one was stopped or killed or, where several work on one store, beside it.
   * People count from the first one again.
   */
  startAgain(): Promise<RunningSystem>;
}

export interface Participant {
  readonly doc: Y.Doc;
  /** Shows the others where this person's caret is: a relative position as JSON. */
  moveCaret(position: unknown): void;
  leave(): Promise<void> | void;
}
