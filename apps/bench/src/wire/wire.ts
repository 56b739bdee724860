/**
 * A connection without a replica. It speaks a system's protocol as its own client does, frame for frame, but what it receives
 * is counted instead of applied: one process can then be a thousand people whose work is not in the figures.
 */
export interface Wire {
  /** Whether a connection may stay that has no text open: the server knows whose it is. */
  readonly standsAlone: boolean;
  /** Enters the text and resolves when all of it has arrived. */
  open(): Promise<OpenText>;
  close(): void;
}

export interface OpenText {
  /** The whole text as one update; null where the server keeps none. */
  readonly state: Uint8Array | null;
  /** Whose edits these have to be, where the server decides that. */
  readonly clientId: number | null;
  push(update: Uint8Array): void;
}

/** What others wrote, as it arrives. */
export type Received = (update: Uint8Array) => void;
