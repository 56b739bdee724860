/** Somebody who follows texts beside their readers. Nothing told here may be waited for by who types. */
export interface TextWatcher {
  /** Readers of this node are in the section now. A join is answered when this has resolved. */
  opened(channel: number): void | Promise<void>;
  /** Rows that were committed, here or on another node, are in this node's text. */
  committed(channel: number): void;
  /** The last reader of this node left. */
  closed(channel: number): void;
}

/** Tells the watchers of texts. */
export class TextWatch implements TextWatcher {
  private readonly watchers: TextWatcher[] = [];

  add(watcher: TextWatcher): void {
    this.watchers.push(watcher);
  }

  /** Never rejects: whoever joins reads the text in any case. */
  async opened(channel: number): Promise<void> {
    await Promise.allSettled(this.watchers.map(async (watcher) => watcher.opened(channel)));
  }

  committed(channel: number): void {
    for (const watcher of this.watchers) watcher.committed(channel);
  }

  closed(channel: number): void {
    for (const watcher of this.watchers) watcher.closed(channel);
  }
}
