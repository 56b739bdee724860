import type { DraftingStore, LogRow, SectionHead, Writer, WriteRequest } from '../../src/features/drafting/store/drafting-store.js';
import type { ContractWorld, Person, Place } from './contract-world.js';

export const row = (seq: number, lease: number, n = seq): LogRow => ({ seq, lease, n, body: Uint8Array.of(seq, n) });
export const bare = (rows: readonly LogRow[]): LogRow[] => rows.map(({ seq, lease, n, body }) => ({ seq, lease, n, body: Uint8Array.from(body) }));

/** A desk of the contract: a section, somebody who may type there, and a lease for a connection of theirs. */
export interface Desk {
  readonly place: Place;
  readonly person: Person;
  readonly request: WriteRequest;
}

/** What the tests of every store do over and over. */
export class ContractStage {
  constructor(
    readonly world: ContractWorld,
    readonly store: DraftingStore,
  ) {}

  async desk(): Promise<Desk> {
    const place = await this.world.section();
    const person = await this.world.drafter(place);
    return { place, person, request: await this.requestOf(place, person) };
  }

  async requestOf(place: Place, person: Person): Promise<WriteRequest> {
    const writer: Writer = { ...person, connectionId: 'first', ordinal: 1 };
    const [lease = 0] = await this.store.grantLeases(await this.headOf(place), writer, 1);
    return { channel: place.channel, lease, writer };
  }

  async headOf({ channel }: Place): Promise<SectionHead> {
    const head = await this.store.head(channel);
    if (head === null) throw new Error(`no section ${channel}`);
    return head;
  }

  /** Writes as the engine does: the next seqs after the head it finds. */
  writeNext(request: WriteRequest, by = this.store, rows = 1): Promise<number[]> {
    return by.write([request], async (transaction) => {
      const seq = transaction.heads.get(request.channel)?.seq ?? 0;
      const added = Array.from({ length: rows }, (_, index) => row(seq + index + 1, request.lease));
      transaction.append(request.channel, added);
      return added.map((each) => each.seq);
    });
  }

  async logOf({ channel }: Place): Promise<LogRow[]> {
    return bare(await this.store.readLog(channel, (await this.store.head(channel))?.epoch ?? 0, 0));
  }
}
