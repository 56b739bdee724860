import * as Y from 'yjs';

/**
 * Takes the time from an edit in one replica to its arrival in every other one. An edit is known by the client id and the
 * clock that Yjs gives it, whatever way it travels.
 */
export class Arrivals {
  /** Milliseconds, one entry an edit and replica that received it. */
  readonly delays: number[] = [];
  private readonly pressedAt = new Map<string, number>();
  private readonly replicas: readonly Y.Doc[];
  private readonly expected: number;
  private outstanding = 0;
  private allArrived: (() => void) | null = null;
  private readonly listener = (transaction: Y.Transaction) => this.receive(transaction);

  constructor(replicas: readonly Y.Doc[]) {
    this.replicas = replicas;
    this.expected = replicas.length - 1;
    for (const replica of replicas) replica.on('afterTransaction', this.listener);
  }

  stop(): void {
    for (const replica of this.replicas) replica.off('afterTransaction', this.listener);
  }

  /** Makes one edit of one character and starts its clock before it is made. */
  press(replica: Y.Doc, edit: () => void): void {
    const at = performance.now();
    const clock = Y.getState(replica.store, replica.clientID);
    this.pressedAt.set(`${replica.clientID}:${clock}`, at);
    this.outstanding += this.expected;
    edit();
  }

  /** Resolves when every edit has arrived everywhere. */
  whenAllArrived(): Promise<void> {
    if (this.outstanding === 0) return Promise.resolve();
    return new Promise((resolve) => (this.allArrived = resolve));
  }

  private receive({ local, beforeState, afterState }: Y.Transaction): void {
    if (local) return;
    const now = performance.now();
    for (const [client, after] of afterState) {
      for (let clock = beforeState.get(client) ?? 0; clock < after; clock += 1) {
        const pressed = this.pressedAt.get(`${client}:${clock}`);
        if (pressed === undefined) continue;
        this.delays.push(now - pressed);
        this.outstanding -= 1;
      }
    }
    if (this.outstanding === 0) this.allArrived?.();
  }
}
