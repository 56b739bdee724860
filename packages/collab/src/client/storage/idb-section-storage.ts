import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type {
  OutboxRow, SectionKey, SectionStorage, SpareLease, StoredSection, TextBase, TextRow, TrayItem, UnsentSection,
} from './section-storage.js';

/** `[memberId, mandateId, sectionId]`: the first element alone selects everything of a member (R20). */
type StoredKey = [memberId: string, mandateId: string, sectionId: string];
interface Keyed { readonly key: StoredKey }

interface DeviceSchema extends DBSchema {
  base: { key: StoredKey; value: Keyed & { base: TextBase } };
  text: { key: number; value: Keyed & { row: TextRow }; indexes: { bySection: StoredKey } };
  outbox: {
    key: number;
    value: Keyed & { row: OutboxRow };
    indexes: { bySection: StoredKey; byNumber: [StoredKey, number, number, number] };
  };
  spare: { key: [StoredKey, number]; value: Keyed & { spare: SpareLease }; indexes: { bySection: StoredKey } };
  tray: { key: string; value: Keyed & { item: TrayItem }; indexes: { bySection: StoredKey } };
}
type Store = StoreNames<DeviceSchema>;
type Reading = IDBPTransaction<DeviceSchema, Store[], 'readonly'>;
type Writing = IDBPTransaction<DeviceSchema, Store[], 'readwrite'>;

const STORES: Store[] = ['base', 'text', 'outbox', 'spare', 'tray'];

/** Opens the device's database, made on first use. */
async function openDevice(name: string): Promise<IDBPDatabase<DeviceSchema>> {
  return openDB<DeviceSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('base', { keyPath: 'key' });
      database.createObjectStore('text', { autoIncrement: true }).createIndex('bySection', 'key');
      const outbox = database.createObjectStore('outbox', { autoIncrement: true });
      outbox.createIndex('bySection', 'key');
      outbox.createIndex('byNumber', ['key', 'row.epoch', 'row.lease', 'row.n'], { unique: true });
      database.createObjectStore('spare', { keyPath: ['key', 'spare.lease'] }).createIndex('bySection', 'key');
      database.createObjectStore('tray', { keyPath: 'item.id' }).createIndex('bySection', 'key');
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

/** Keeps sections in IndexedDB. Writes wait for the disk, not only for the operating system (R1). */
export class IdbSectionStorage implements SectionStorage {
  private readonly database: Promise<IDBPDatabase<DeviceSchema>>;

  constructor(name = 'expert-forum') {
    this.database = openDevice(name);
    this.database.catch(() => undefined); // every method reports it
  }

  async load(key: SectionKey): Promise<StoredSection> {
    const transaction = (await this.database).transaction(STORES);
    return readSection(transaction, storedKey(key));
  }

  append(key: SectionKey, { text = [], outbox = [] }: { text?: readonly TextRow[]; outbox?: readonly OutboxRow[] }): Promise<void> {
    return this.write((transaction) => [
      ...text.map((row) => transaction.objectStore('text').add({ key: storedKey(key), row })),
      ...outbox.map((row) => transaction.objectStore('outbox').add({ key: storedKey(key), row })),
      ...outbox.map((row) => transaction.objectStore('spare').delete([storedKey(key), row.lease])),
    ]);
  }

  confirm(key: SectionKey, { lease, n, seq, at }: { lease: number; n: number; seq: number; at: number }): Promise<void> {
    return this.write(async (transaction) => {
      const updates = await takeOutbox(transaction, storedKey(key), (row) => row.lease === lease && row.n <= n);
      if (updates.length === 0) return;
      await transaction.objectStore('text').add({ key: storedKey(key), row: { seq, updates, at } });
    });
  }

  replaceBase(key: SectionKey, base: TextBase): Promise<void> {
    return this.write(async (transaction) => {
      const stored = await transaction.objectStore('base').get(storedKey(key));
      if (stored !== undefined && stored.base.seq > base.seq) return;
      await transaction.objectStore('base').put({ key: storedKey(key), base });
      for await (const cursor of transaction.objectStore('text').index('bySection').iterate(storedKey(key))) {
        if (cursor.value.row.seq <= base.seq) await cursor.delete();
      }
    });
  }

  refuse(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    return this.write(async (transaction) => {
      await takeOutbox(transaction, storedKey(key), isAmong(refused));
      await putTray(transaction, storedKey(key), items);
    });
  }

  endEpoch(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void> {
    return this.write(async (transaction) => {
      await transaction.objectStore('base').delete(storedKey(key));
      await takeOutbox(transaction, storedKey(key), isAmong(refused));
      for (const log of ['text', 'spare'] as const) await deleteAll(transaction, log, storedKey(key));
      await putTray(transaction, storedKey(key), items);
    });
  }

  addSpare(key: SectionKey, spare: SpareLease): Promise<void> {
    return this.write((transaction) => [transaction.objectStore('spare').put({ key: storedKey(key), spare })]);
  }

  removeTrayItem(_key: SectionKey, itemId: string): Promise<void> {
    return this.write((transaction) => [transaction.objectStore('tray').delete(itemId)]);
  }

  async unsent(memberId: string): Promise<UnsentSection[]> {
    const transaction = (await this.database).transaction(STORES);
    const ofMember = everySectionOf(memberId);
    const outbox = await transaction.objectStore('outbox').index('bySection').getAll(ofMember);
    const tray = await transaction.objectStore('tray').index('bySection').getAll(ofMember);
    const keys = new Map([...outbox, ...tray].map(({ key }) => [JSON.stringify(key), key]));
    return Promise.all([...keys.values()].map(async (key) => ({ key: sectionKey(key), stored: await readSection(transaction, key) })));
  }

  clear(memberId: string): Promise<void> {
    return this.write(async (transaction) => {
      const ofMember = everySectionOf(memberId);
      await transaction.objectStore('base').delete(ofMember);
      for (const log of ['text', 'outbox', 'spare', 'tray'] as const) await deleteAll(transaction, log, ofMember);
    });
  }

  /** One transaction; a failed request rejects it as a whole. */
  private async write(work: (transaction: Writing) => Promise<void> | Promise<unknown>[]): Promise<void> {
    const transaction = (await this.database).transaction(STORES, 'readwrite', { durability: 'strict' });
    const done = transaction.done;
    const worked = work(transaction);
    await Promise.all([...(Array.isArray(worked) ? worked : [worked]), done]);
  }
}

async function readSection(transaction: Reading, key: StoredKey): Promise<StoredSection> {
  const [base, text, outbox, spares, tray] = await Promise.all([
    transaction.objectStore('base').get(key),
    transaction.objectStore('text').index('bySection').getAll(key),
    transaction.objectStore('outbox').index('bySection').getAll(key),
    transaction.objectStore('spare').index('bySection').getAll(key),
    transaction.objectStore('tray').index('bySection').getAll(key),
  ]);
  const rows = text.map(({ row }) => row).sort((a, b) => a.seq - b.seq);
  return {
    text: base === undefined ? null : { base: base.base, rows },
    outbox: outbox.map(({ row }) => row),
    spares: spares.map(({ spare }) => spare),
    tray: tray.map(({ item }) => item).sort((a, b) => a.at - b.at),
  };
}

/** Removes the chosen rows and answers their bytes in the order of typing. */
async function takeOutbox(transaction: Writing, key: StoredKey, chosen: (row: OutboxRow) => boolean): Promise<Uint8Array[]> {
  const taken: Uint8Array[] = [];
  for await (const cursor of transaction.objectStore('outbox').index('bySection').iterate(key)) {
    if (!chosen(cursor.value.row)) continue;
    taken.push(cursor.value.row.bytes);
    await cursor.delete();
  }
  return taken;
}

const isAmong =
  (rows: readonly OutboxRow[]) =>
  ({ epoch, lease, n }: OutboxRow): boolean =>
    rows.some((row) => row.epoch === epoch && row.lease === lease && row.n === n);

async function putTray(transaction: Writing, key: StoredKey, items: readonly TrayItem[]): Promise<void> {
  for (const item of items) await transaction.objectStore('tray').put({ key, item });
}

async function deleteAll(transaction: Writing, log: Exclude<Store, 'base'>, keys: StoredKey | IDBKeyRange): Promise<void> {
  for await (const cursor of transaction.objectStore(log).index('bySection').iterate(keys)) await cursor.delete();
}

const storedKey = ({ memberId, mandateId, sectionId }: SectionKey): StoredKey => [memberId, mandateId, sectionId];

const sectionKey = ([memberId, mandateId, sectionId]: StoredKey): SectionKey => ({ memberId, mandateId, sectionId });

/** Arrays sort by element, and an array is after every string: this range is exactly the keys that begin with the member. */
const everySectionOf = (memberId: string): IDBKeyRange => IDBKeyRange.bound([memberId], [memberId, []]);
