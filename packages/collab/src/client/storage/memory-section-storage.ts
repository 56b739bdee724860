import type {
  CachedText, OutboxRow, SectionKey, SectionStorage, SpareLease, StoredSection, TextBase, TextRow, TrayItem, UnsentSection,
} from './section-storage.js';

interface Shelf {
  readonly key: SectionKey;
  base: TextBase | null;
  rows: TextRow[];
  outbox: OutboxRow[];
  spares: SpareLease[];
  tray: TrayItem[];
}

/** Keeps sections for the life of the object: for programs without a device of their own, and for the simulation. */
export class MemorySectionStorage implements SectionStorage {
  private readonly shelves = new Map<string, Shelf>();

  async load(key: SectionKey): Promise<StoredSection> {
    return contentOf(this.shelf(key));
  }

  async append(key: SectionKey, { text = [], outbox = [] }: { text?: readonly TextRow[]; outbox?: readonly OutboxRow[] }): Promise<void> {
    const shelf = this.shelf(key);
    const known = new Set(shelf.outbox.map(rowName));
    if (outbox.some((row) => known.has(rowName(row)))) throw new Error('an update of this number is already in the outbox');
    shelf.rows.push(...text);
    shelf.outbox.push(...outbox);
    shelf.spares = shelf.spares.filter((spare) => !outbox.some((row) => row.lease === spare.lease));
  }

  async confirm(key: SectionKey, { lease, n, seq, at }: { lease: number; n: number; seq: number; at: number }): Promise<void> {
    const shelf = this.shelf(key);
    const confirmed = shelf.outbox.filter((row) => row.lease === lease && row.n <= n);
    if (confirmed.length === 0) return;
    shelf.outbox = shelf.outbox.filter((row) => !confirmed.includes(row));
    shelf.rows.push({ seq, updates: confirmed.map((row) => row.bytes), at });
  }

  async replaceBase(key: SectionKey, base: TextBase): Promise<void> {
    const shelf = this.shelf(key);
    if (shelf.base !== null && shelf.base.seq > base.seq) return;
    shelf.base = base;
    shelf.rows = shelf.rows.filter((row) => row.seq > base.seq);
  }

  async refuse(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    const shelf = this.shelf(key);
    const names = new Set(refused.map(rowName));
    shelf.outbox = shelf.outbox.filter((row) => !names.has(rowName(row)));
    shelf.tray.push(...items);
  }

  async endEpoch(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    Object.assign(this.shelf(key), { base: null, rows: [], spares: [] });
    await this.refuse(key, refused, items);
  }

  async addSpare(key: SectionKey, spare: SpareLease): Promise<void> {
    this.shelf(key).spares.push(spare);
  }

  async removeTrayItem(key: SectionKey, itemId: string): Promise<void> {
    const shelf = this.shelf(key);
    shelf.tray = shelf.tray.filter((item) => item.id !== itemId);
  }

  async unsent(memberId: string): Promise<UnsentSection[]> {
    return [...this.shelves.values()]
      .filter((shelf) => shelf.key.memberId === memberId && shelf.outbox.length + shelf.tray.length > 0)
      .map((shelf) => ({ key: shelf.key, stored: contentOf(shelf) }));
  }

  async clear(memberId: string): Promise<void> {
    for (const [name, shelf] of this.shelves) if (shelf.key.memberId === memberId) this.shelves.delete(name);
  }

  private shelf(key: SectionKey): Shelf {
    const name = JSON.stringify([key.memberId, key.mandateId, key.sectionId]);
    const found = this.shelves.get(name);
    if (found !== undefined) return found;
    const { memberId, mandateId, sectionId } = key;
    const shelf: Shelf = { key: { memberId, mandateId, sectionId }, base: null, rows: [], outbox: [], spares: [], tray: [] };
    this.shelves.set(name, shelf);
    return shelf;
  }
}

const rowName = (row: OutboxRow): string => `${row.epoch}/${row.lease}/${row.n}`;

function contentOf({ base, rows, outbox, spares, tray }: Shelf): StoredSection {
  const text: CachedText | null = base && { base, rows: rows.toSorted((a, b) => a.seq - b.seq) };
  return { text, outbox: [...outbox], spares: [...spares], tray: [...tray] };
}
