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
    indexes: { bySection: StoredKey; byNumber: [...StoredKey, number, number, number] };
  };
  spare: { key: [...StoredKey, number]; value: Keyed & { spare: SpareLease }; indexes: { bySection: StoredKey } };
  tray: { key: string; value: Keyed & { item: TrayItem }; indexes: { bySection: StoredKey } };
}
type Store = StoreNames<DeviceSchema>;
type Writing = IDBPTransaction<DeviceSchema, Store[], 'readwrite'>;

const STORES: Store[] = ['base', 'text', 'outbox', 'spare', 'tray'];
const LOGS = ['text', 'outbox', 'spare', 'tray'] as const;

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
    return this.write(async (transaction) => {
      for (const row of text) void transaction.objectStore('text').add({ key: storedKey(key), row });
      for (const row of outbox) void transaction.objectStore('outbox').add({ key: storedKey(key), row });
    });
  }
