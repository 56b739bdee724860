import * as Y from 'yjs';
import { newReplica } from '../replica/new-replica.js';
import { broughtBackInPlace, broughtBackLater, broughtBackWithTheirBlock, movedAtOnce, restored, type Authored, type DeletedRun, type InsertedRun } from './authors.js';
import { blockIdOf, blockItemOf, isText, runsOf, textOf, tombsBeside, type RunOfItems } from './changed-runs.js';
import { tracedBlocks, type TracedBlock } from './traced-blocks.js';

/** A row of a section's log, in the order of seq. */
export interface TracedRow {
  readonly seq: number;
  readonly lease: number;
  readonly body: Uint8Array;
  /** Who wrote it, however many leases they had; null: the server. */
  readonly hand: string | null;
  /** It brings a former text back. */
  readonly isRestore: boolean;
}

/** Shorter deletions are found again where they were, or not at all. */
const KEPT_CHARACTERS = 4;

/**
 * Who first wrote each run of a text, from its log alone (HI7, HI8). The whole log is replayed with everything that was deleted:
 * for who may read the history, and for nobody else (R8).
 */
export function traceAuthors(rows: readonly TracedRow[]): TracedBlock[] {
  const trace = new AuthorTrace();
  for (const row of rows) trace.apply(row);
  return trace.blocks();
}

/** Words that went in an earlier change, and by whose hand. */
interface Deletion {
  readonly hand: string | null;
  readonly run: DeletedRun;
}

/** What one row did, items of text or blocks that came, and of text that went. */
interface Change {
  readonly inserted: readonly Y.Item[];
  readonly deleted: readonly Y.Item[];
}

/** The same row by row, for who has other things to do in between. */
export class AuthorTrace {
  private readonly doc = newReplica({ gc: false });
  /** By client and clock. */
  private readonly authors = new Map<number, (Authored | undefined)[]>();
  private readonly hands = new Map<number, string | null>();
  /** What was deleted in earlier changes, by hand. */
  private readonly deleted: Deletion[] = [];
  /** The same by block, the shortest with them. */
  private readonly deletedIn = new Map<string, Deletion[]>();
  /** By client and clock of what was deleted. */
  private readonly deleters = new Map<number, (string | null)[]>();
  private change: Change = { inserted: [], deleted: [] };

  apply(row: TracedRow): void {
    this.hands.set(row.lease, row.hand);
    // Looked at inside: afterwards Yjs joins items, and which of them are new is no longer told.
    const look = (transaction: Y.Transaction): void => {
      this.change = changeOf(transaction);
      this.look(row);
    };
    this.doc.on('afterTransaction', look);
    Y.applyUpdate(this.doc, row.body);
    this.doc.off('afterTransaction', look);
  }

  blocks(): TracedBlock[] {
    return tracedBlocks(this.doc, (client, clock) => this.authorAt(client, clock));
  }

  private look({ seq, lease, hand, isRestore }: TracedRow): void {
    const { inserted, deleted } = this.change;
    const gone = runsOf(deleted).map((run) => this.deletedRun(run));
    const newItems = new Set(inserted);
    for (const run of runsOf(inserted.filter(isText))) {
      const written = { text: run.text, ...this.blockOf(run) };
      const former = this.formerAuthors(run, written, gone, { hand, isRestore });
      this.setAuthors(run, former, { lease, seq, mover: null }, hand);
    }
    this.bury(deleted.filter((item) => !newItems.has(item)), gone, hand);
  }

  private formerAuthors(
    run: RunOfItems,
    written: InsertedRun,
    gone: readonly DeletedRun[],
    { hand, isRestore }: Pick<TracedRow, 'hand' | 'isRestore'>,
  ): (Authored | undefined)[] {
    const found = movedAtOnce(written, gone);
    const fill = (more: readonly (Authored | undefined)[]): void => more.forEach((author, index) => (found[index] ??= author));
    if (found.includes(undefined)) fill(broughtBackInPlace(written, this.tombsAround(run, hand, isRestore)));
    const fromHand = (deletions: readonly Deletion[]): DeletedRun[] => deletions.filter((each) => isRestore || each.hand === hand).map((each) => each.run).reverse();
    const { isInNewBlock, block } = written;
    if (isInNewBlock && block !== null && found.includes(undefined)) fill(broughtBackWithTheirBlock(written, fromHand(this.deletedIn.get(block) ?? [])));
    if (!found.includes(undefined) || (!isRestore && written.text.length < KEPT_CHARACTERS)) return found;
    const earlier = fromHand(this.deleted);
    fill(isRestore ? restored(written, [...gone, ...earlier]) : broughtBackLater(written, earlier));
    return found;
  }

  private tombsAround({ items }: RunOfItems, hand: string | null, isRestore: boolean): DeletedRun[] {
    const isOwn = (tomb: Y.Item): boolean => isRestore || this.deleters.get(tomb.id.client)?.[tomb.id.clock] === hand;
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return [];
    const left = tombsBeside(first, 'left', isOwn).reverse();
    const right = tombsBeside(last, 'right', isOwn);
    // What was cut up when it was made bold comes back in pieces, each beside its own.
    const between = items.slice(0, -1).flatMap((item) => tombsBeside(item, 'right', isOwn));
    const stretches = between.length === 0 ? [left, right] : [between, [...left, ...between], [...between, ...right], [...left, ...between, ...right]];
    return stretches
      .filter((tombs) => tombs.length > 0)
      .map((tombs) => ({ text: tombs.map(textOf).join(''), authors: tombs.flatMap((tomb) => this.authorsOf(tomb)), isWholeBlock: false, block: null }));
  }

  private setAuthors(run: RunOfItems, former: readonly (Authored | undefined)[], own: Authored, hand: string | null): void {
    let offset = 0;
    for (const { id, length } of run.items) {
      const authors = this.authors.get(id.client) ?? [];
      this.authors.set(id.client, authors);
      for (let index = 0; index < length; index++) {
        const first = former[offset + index];
        authors[id.clock + index] = first === undefined ? own : this.moved(first, own, hand);
      }
      offset += length;
    }
  }

  /** Whoever moves their own words is no mover. */
  private moved(first: Authored, { lease, seq }: Authored, hand: string | null): Authored {
    if ((this.hands.get(first.lease) ?? null) === hand) return first;
    return { lease: first.lease, seq: first.seq, mover: { lease, seq } };
  }

  private deletedRun(run: RunOfItems): DeletedRun {
    const [first] = run.items;
    const block = first === undefined ? null : blockItemOf(first);
    const isWholeBlock = block?.deleted === true;
    return { text: run.text, authors: run.items.flatMap((item) => this.authorsOf(item)), isWholeBlock, block: block && blockIdOf(block) };
  }

  private bury(items: readonly Y.Item[], runs: readonly DeletedRun[], hand: string | null): void {
    for (const { id, length } of items) {
      const deleters = this.deleters.get(id.client) ?? [];
      this.deleters.set(id.client, deleters);
      for (let index = 0; index < length; index++) deleters[id.clock + index] = hand;
    }
    for (const run of runs) {
      const deletion = { hand, run };
      if (run.text.length >= KEPT_CHARACTERS) this.deleted.push(deletion);
      if (run.block === null) continue;
      const beside = this.deletedIn.get(run.block) ?? [];
      this.deletedIn.set(run.block, beside);
      beside.push(deletion);
    }
  }

  private blockOf({ items: [first] }: RunOfItems): Pick<InsertedRun, 'isInNewBlock' | 'block'> {
    const block = first === undefined ? null : blockItemOf(first);
    return { isInNewBlock: block !== null && this.change.inserted.includes(block), block: block && blockIdOf(block) };
  }

  private authorsOf({ id, length }: Y.Item): (Authored | undefined)[] {
    return Array.from({ length }, (_, index) => this.authorAt(id.client, id.clock + index));
  }

  private authorAt(client: number, clock: number): Authored | undefined {
    return this.authors.get(client)?.[clock];
  }
}

function changeOf(transaction: Y.Transaction): Change {
  const inserted: Y.Item[] = [];
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0;
    if (end === start) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let index = structs.length - 1; index >= 0; index--) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock < start) break;
      if (struct instanceof Y.Item) inserted.unshift(struct);
    }
  }
  const deleted: Y.Item[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && isText(struct)) deleted.push(struct);
  });
  return { inserted, deleted };
}
