import * as Y from 'yjs';
import { newReplica } from '../replica/new-replica.js';

/** Origin of every change that did not come from this page's editor. */
export const RECEIVED = Symbol('received');

/** Why a change of the document may not be sent. */
export type OutOfTurn =
  /** Typed before there was a lease to type under, or after the right to type had ended. */
  | 'without-lease'
  /** Made by the editor itself in answer to a received change (R11). */
  | 'answer-to-received'
  /** Somebody else's structs carry our client id, and Yjs has chosen another one. */
  | 'lease-lost';

export interface DocumentListener {
  /** An update as Yjs emitted it, to be sent under `lease`. */
  typed(bytes: Uint8Array, lease: number): void;
  outOfTurn(reason: OutOfTurn): void;
}

/** A new document without garbage collection: honest typing then never makes GC structs, which the server refuses (R4). */
export const newDocument = (): Y.Doc => newReplica({ gc: false });

/** A document made of received bytes alone, in order. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = newDocument();
  for (const update of updates) Y.applyUpdate(doc, update, RECEIVED);
  return doc;
}

type Turn = { kind: 'reading' } | { kind: 'typing'; lease: number } | { kind: 'retired' };

/** One life of the shared document on this page: tells typing from everything that may not be sent. */
export class SectionDocument {
  private turn: Turn = { kind: 'reading' };
  private isReceiving = false;
  /** What was received while it may not be shown; null while everything is shown at once. */
  private held: Uint8Array[] | null = null;

  constructor(private readonly listener: DocumentListener, readonly doc: Y.Doc = newDocument()) {
    doc.on('beforeAllTransactions', this.doNotListen);
    doc.on('beforeTransaction', this.listen);
  }

  get lease(): number | null {
    return this.turn.kind === 'typing' ? this.turn.lease : null;
  }

  /** False once Yjs has changed the client id behind our back (R1): nothing typed since then may be sent. */
  get keepsLease(): boolean {
    return this.turn.kind !== 'typing' || this.doc.clientID === this.turn.lease;
  }

  get isHolding(): boolean {
    return this.held !== null;
  }

  /** Own old structs are received before the lease is assumed: applying them later would make Yjs choose another client id. */
  assume(lease: number): void {
    this.release();
    this.doc.clientID = lease;
    this.turn = { kind: 'typing', lease };
  }

  /** Lets received updates wait until `release`; what is typed meanwhile leaves as ever. */
  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const { held } = this;
    this.held = null;
    if (held !== null && held.length > 0 && this.turn.kind !== 'retired') this.receive(held);
  }

  receive(updates: readonly Uint8Array[]): void {
    if (this.held !== null) return void this.held.push(...updates);
    this.isReceiving = true;
    try {
      this.doc.transact(() => updates.forEach((update) => Y.applyUpdate(this.doc, update, RECEIVED)), RECEIVED);
    } finally {
      this.isReceiving = false;
    }
  }

  /** Stops listening; the document stays readable for an editor that still shows it. */
  retire(): void {
    this.turn = { kind: 'retired' };
    this.doc.off('beforeAllTransactions', this.doNotListen);
    this.doc.off('beforeTransaction', this.listen);
    this.doNotListen();
  }

  /** Yjs encodes each change for whoever listens. What was received would be encoded once more, and take half as long again to open. */
  private readonly doNotListen = (): void => this.doc.off('update', this.onUpdate);

  private readonly listen = ({ origin }: Y.Transaction): void => {
    if (origin !== RECEIVED) this.doc.on('update', this.onUpdate);
  };

  private readonly onUpdate = (bytes: Uint8Array, origin: unknown): void => {
    if (origin === RECEIVED) return;
    if (this.isReceiving) this.listener.outOfTurn('answer-to-received');
    else if (this.turn.kind !== 'typing') this.listener.outOfTurn('without-lease');
    else if (!this.keepsLease) this.listener.outOfTurn('lease-lost');
    else this.listener.typed(bytes, this.turn.lease);
  };
}
