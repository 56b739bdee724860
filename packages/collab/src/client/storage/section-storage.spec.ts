import 'fake-indexeddb/auto';
import { describe, expect, it } from '@jest/globals';
import { IdbSectionStorage } from './idb-section-storage.js';
import { MemorySectionStorage } from './memory-section-storage.js';
import type { OutboxRow, SectionKey, SectionStorage, TextBase, TrayItem } from './section-storage.js';

const key: SectionKey = { memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' };
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const typed = (lease: number, n: number): OutboxRow => ({ epoch: 1, lease, n, bytes: bytes(lease, n), at: 1000 + n });
const base = (seq: number): TextBase => ({ epoch: 1, schema: 1, seq, bytes: bytes(seq), at: 500 });
const refusedItem = (id: string): TrayItem => ({
  id, sectionId: key.sectionId, paragraphId: 'p-0123456789', textBefore: 'old', textAfter: 'new', at: 1, speakingAs: 'md-1', problem: 'section-frozen',
});

let opened = 0;
const implementations: { name: string; open: () => SectionStorage }[] = [
  { name: 'memory', open: () => new MemorySectionStorage() },
  { name: 'IndexedDB', open: () => new IdbSectionStorage(`device-${(opened += 1)}`) },
];

describe.each(implementations)('section storage: $name', ({ open }) => {
  it('[R5] gives updates back in the order of typing, byte for byte', async () => {
    const storage = open();
    await storage.append(key, { outbox: [typed(9, 1), typed(9, 2)] });
    await storage.append(key, { outbox: [typed(4, 1)] });
    expect((await storage.load(key)).outbox).toEqual([typed(9, 1), typed(9, 2), typed(4, 1)]);
  });

  it('[R5] refuses a second update under the same number and keeps nothing of that call', async () => {
    const storage = open();
    await storage.append(key, { outbox: [typed(9, 1)] });
    await expect(storage.append(key, { outbox: [typed(9, 2), typed(9, 1)] })).rejects.toThrow();
    expect((await storage.load(key)).outbox).toEqual([typed(9, 1)]);
  });

  it('[P2] moves acknowledged updates into the confirmed text', async () => {
    const storage = open();
    await storage.replaceBase(key, base(3));
    await storage.append(key, { outbox: [typed(9, 1), typed(9, 2), typed(9, 3)] });
    await storage.confirm(key, { lease: 9, n: 2, seq: 5, at: 700 });
    const stored = await storage.load(key);
    expect(stored.outbox).toEqual([typed(9, 3)]);
    expect(stored.text?.rows).toEqual([{ seq: 5, updates: [bytes(9, 1), bytes(9, 2)], at: 700 }]);
  });

  it('[R1] a newer base forgets only the rows it covers, an older one changes nothing', async () => {
    const storage = open();
    await storage.replaceBase(key, base(3));
    await storage.append(key, { text: [{ seq: 7, updates: [bytes(7)], at: 1 }, { seq: 5, updates: [bytes(5)], at: 1 }] });
    await storage.replaceBase(key, base(6));
    await storage.replaceBase(key, base(4));
    const { text } = await storage.load(key);
    expect(text?.base.seq).toBe(6);
    expect(text?.rows.map((row) => row.seq)).toEqual([7]);
  });

  it('[R17] refused updates leave the outbox for the tray in one step', async () => {
    const storage = open();
    await storage.append(key, { outbox: [typed(9, 1), typed(9, 2), typed(4, 1)] });
    await storage.refuse(key, [typed(9, 2), typed(4, 1)], [refusedItem('t-1')]);
    const stored = await storage.load(key);
    expect(stored.outbox).toEqual([typed(9, 1)]);
    expect(stored.tray).toEqual([refusedItem('t-1')]);
    await storage.removeTrayItem(key, 't-1');
    expect((await storage.load(key)).tray).toEqual([]);
  });

  it('[R19] the end of an epoch leaves the tray, and the unsent updates of other pages to those', async () => {
    const storage = open();
    await storage.replaceBase(key, base(3));
    await storage.append(key, { text: [{ seq: 4, updates: [bytes(4)], at: 1 }], outbox: [typed(9, 1), typed(4, 1)] });
    await storage.addSpare(key, { epoch: 1, lease: 12 });
    await storage.endEpoch(key, [typed(9, 1)], [refusedItem('t-1')]);
    expect(await storage.load(key)).toEqual({ text: null, outbox: [typed(4, 1)], spares: [], tray: [refusedItem('t-1')] });
  });

  it('[R1] a spare lease that was typed under is a spare no more', async () => {
    const storage = open();
    await storage.addSpare(key, { epoch: 1, lease: 12 });
    await storage.addSpare(key, { epoch: 1, lease: 13 });
    await storage.append(key, { outbox: [typed(12, 1)] });
    expect((await storage.load(key)).spares).toEqual([{ epoch: 1, lease: 13 }]);
  });

  it('[R20] shows a member nothing of another member or mandate', async () => {
    const storage = open();
    await storage.append(key, { outbox: [typed(9, 1)] });
    expect((await storage.load({ ...key, memberId: 'm-2' })).outbox).toEqual([]);
    expect((await storage.load({ ...key, mandateId: 'md-2' })).outbox).toEqual([]);
    expect(await storage.unsent('m-2')).toEqual([]);
  });

  it('[R20] counts what a member has not sent, and clears only that member', async () => {
    const storage = open();
    const other = { ...key, memberId: 'm-10' };
    await storage.append(key, { outbox: [typed(9, 1)] });
    await storage.append(other, { outbox: [typed(9, 1)] });
    expect((await storage.unsent('m-1')).map((section) => section.key)).toEqual([key]);
    await storage.clear('m-1');
    expect(await storage.unsent('m-1')).toEqual([]);
    expect((await storage.load(other)).outbox).toEqual([typed(9, 1)]);
  });
});

it('[P2] what one page life stored in IndexedDB, the next one loads', async () => {
  await new IdbSectionStorage('shared').append(key, { outbox: [typed(7, 1)] });
  expect((await new IdbSectionStorage('shared').load(key)).outbox).toEqual([typed(7, 1)]);
});
