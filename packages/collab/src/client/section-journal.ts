import type { Outbox } from './outbox.js';
import type { Runtime } from './runtime.js';
import type { OutboxRow, SectionKey, SectionStorage, SpareLease, StoredSection, TextBase, TextRow, TrayItem } from './storage/section-storage.js';

/** Received text is written at once with typed updates, otherwise after this pause. */
const TEXT_DELAY_MS = 1_000;
/** A device that refuses a write (full, private) is asked again after this. */
const RETRY_MS = 1_000;
/** Rows of confirmed text before they are folded into the base. */
const FOLD_ROWS = 200;

/**
 * Keeps the device's copy of a section: typed updates on disk before they may leave, and under them the text they stand on.
 * While one write runs, what comes meanwhile waits for the next one.
 */
export class SectionJournal {
  private received: TextRow[] = [];
  private rowsSinceBase = 0;
  private writing: Promise<void> | null = null;
  private cancelDelay: (() => void) | null = null;

  constructor(
    private readonly key: SectionKey,
    private readonly storage: SectionStorage,
    private readonly outbox: Outbox,
    private readonly runtime: Runtime,
    /** Called when typed updates have reached the disk. */
    private readonly onStored: () => void,
  ) {}

  /** True when the confirmed text should be replaced by one base. */
  get wantsBase(): boolean {
    return this.rowsSinceBase >= FOLD_ROWS && this.outbox.size === 0;
  }

  async load(): Promise<StoredSection> {
    await this.flush();
    return this.storage.load(this.key);
  }

  /** Writes updates that were added to the outbox. */
  keepTyped(): void {
    void this.flush();
  }

  keepReceived(row: TextRow): void {
    this.received.push(row);
    this.rowsSinceBase += 1;
    this.cancelDelay ??= this.runtime.after(TEXT_DELAY_MS, () => void this.flush());
  }

  keepBase(base: TextBase): Promise<void> {
    this.rowsSinceBase = 0;
    return this.storage.replaceBase(this.key, base);
  }

  async confirm(lease: number, n: number, seq: number): Promise<void> {
    this.rowsSinceBase += 1;
    await this.storage.confirm(this.key, { lease, n, seq, at: this.runtime.now() });
  }

  refuse(refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    return this.storage.refuse(this.key, refused, items);
  }

  endEpoch(refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    return this.storage.endEpoch(this.key, refused, items);
  }

  addSpare(spare: SpareLease): Promise<void> {
    return this.storage.addSpare(this.key, spare);
  }

  removeTrayItem(itemId: string): Promise<void> {
    return this.storage.removeTrayItem(this.key, itemId);
  }

  /** Resolves when everything known so far is on disk. */
  flush(): Promise<void> {
    this.cancelDelay?.();
    this.cancelDelay = null;
    if (this.writing === null && !this.hasUnwritten) return Promise.resolve();
    return (this.writing ??= this.writeAll());
  }

  private get hasUnwritten(): boolean {
    return this.received.length + this.outbox.unstored().length > 0;
  }

  private async writeAll(): Promise<void> {
    while (this.hasUnwritten) {
      const [text, outbox] = [this.received, this.outbox.unstored()];
      this.received = [];
      try {
        await this.storage.append(this.key, { text, outbox });
      } catch {
        this.received = [...text, ...this.received];
        await new Promise<void>((resolve) => this.runtime.after(RETRY_MS, resolve));
        continue;
      }
      this.outbox.markStored(outbox);
      if (outbox.length > 0) this.onStored();
    }
    this.writing = null; // in the same step as the last look, so that no caller waits for a write that has ended
  }
}
