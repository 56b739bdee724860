import { decodeApplied } from '@expert-forum/collab';
import * as Y from 'yjs';
import { DraftingEngine } from '../../src/features/drafting/engine/drafting-engine.js';
import type { Push, PushOutcome } from '../../src/features/drafting/engine/push.js';
import type { DraftingStore, Writer } from '../../src/features/drafting/store/drafting-store.js';
import { addDrafter } from '../store/memory-acts.js';
import type { MemoryDatabase } from '../store/memory-database.js';
import { paragraph } from './raw-connection.fixture.js';

interface ReadNode {
  readonly engine: DraftingEngine;
  /** The seqs that its readers were told, in their order. */
  readonly told: number[];
}

/** The engine of a node that has readers everywhere and believes that there is no other. */
export function readEngine(store: DraftingStore, most?: { count: number; bytes: number }): ReadNode {
  const told: number[] = [];
  const engine = new DraftingEngine(
    store,
    {
      applied: (_channel, frame) => {
        const { firstSeq, updates } = decodeApplied(frame);
        told.push(...updates.map((_update, index) => firstSeq + index));
      },
      outgrown: () => undefined,
      committed: () => undefined,
      isRead: () => true,
      isAlone: () => true,
      failed: (error) => {
        throw error;
      },
    },
    most,
  );
  return { engine, told };
}

/** Somebody with a document of a section, who pushes what they type to a node. */
export class MemoryTypist {
  readonly doc = new Y.Doc({ gc: false });
  private readonly lease: number;
  private readonly writer: Writer;
  private readonly updates: Uint8Array[] = [];

  constructor(
    database: MemoryDatabase,
    private readonly channel: number,
  ) {
    const { loginId, mandateId } = addDrafter(database, channel);
    this.writer = { loginId, mandateId, connectionId: loginId, ordinal: 1 };
    this.lease = database.grantLease(channel, 1, { mandateId, holder: loginId, holderOrdinal: 1 });
    this.doc.clientID = this.lease;
  }

  /** A paragraph at the end of the text. @returns the update */
  append(text: string): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    const body = this.doc.getXmlFragment('body');
    body.insert(body.length, [paragraph(new Y.XmlText(text))]);
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  push(engine: DraftingEngine, update: Uint8Array): Promise<PushOutcome> {
    this.updates.push(update);
    return this.send(engine, this.updates.length);
  }

  /** All that was ever pushed, and one update more. */
  pushAgain(engine: DraftingEngine, update: Uint8Array): Promise<PushOutcome> {
    this.updates.push(update);
    return this.send(engine, 1);
  }

  private send(engine: DraftingEngine, firstN: number): Promise<PushOutcome> {
    const { channel, lease, writer } = this;
    const frame: Omit<Push, 'answer'> = { channel, epoch: 1, lease, firstN, updates: this.updates.slice(firstN - 1), schema: 2, writer };
    return new Promise((answer) => engine.push({ ...frame, answer }));
  }
}
