import * as Y from 'yjs';
import { firstParagraph, seedIfEmpty } from '../systems/shared-text.ts';
import type { RunningSystem } from '../systems/system.ts';
import type { OpenText, Wire } from '../wire/wire.ts';
import { Flights } from './flights.ts';
import { pressAtRate } from './pace.ts';
import { percentile } from './percentile.ts';
import type { Step } from './rates.ts';

/** Nobody types faster, in characters a second; where more is wanted, more people type. */
const MOST_A_PERSON = 20;
/** Sections that are entered side by side. */
const AT_ONCE = 20;
/** Milliseconds after the last edit until every edit has to be there. */
const GRACE = 2_000;

/** The same number of people in every section, each on a wire of their own. */
export class WiredCrowd {
  /** Of the typing that is under way. */
  private flights = new Flights(0);
  private readonly wires: Wire[] = [];
  /** The first person of every section, then the second of every section, and so on. */
  private readonly typists: (() => void)[][];
  private readonly server: RunningSystem;

  constructor(server: RunningSystem, peopleEach: number) {
    this.server = server;
    this.typists = Array.from({ length: peopleEach }, () => []);
  }

  async enter(sections: number): Promise<void> {
    const remaining = Array.from({ length: sections }, (_, section) => section).values();
    const enterRemaining = async (): Promise<void> => {
      for (const section of remaining) await this.enterOne(section);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, enterRemaining));
  }

  leave(): void {
    for (const wire of this.wires) wire.close();
  }

  /** So many edits at so many a second, by all together. The percentiles are null if not every edit arrived in time. */
  async type(rate: number, edits: number): Promise<Step & { p50: number | null }> {
    this.flights = new Flights(this.typists.length - 1);
    const sections = this.typists[0]?.length ?? 0;
    const typing = this.typists.slice(0, Math.ceil(rate / (MOST_A_PERSON * sections))).flat();
    const took = await pressAtRate(rate, edits, (index) => typing[index % typing.length]?.());
    const haveArrived = await this.flights.haveArrived(GRACE);
    const figure = (share: number) => (haveArrived ? percentile(this.flights.delays, share) : null);
    return { rate, made: (edits * 1000) / took, p50: figure(50), p99: figure(99) };
  }

  private async enterOne(section: number): Promise<void> {
    let begun: Uint8Array | null = null;
    for (const typists of this.typists) {
      const doc = new Y.Doc();
      const wire = await this.server.plug(section, (update) => this.flights.arrived(update, doc.clientID));
      this.wires.push(wire);
      const text = await wire.open();
      join(doc, text, begun ?? text.state);
      begun ??= Y.encodeStateAsUpdate(doc);
      typists.push(() => {
        this.flights.sent(doc.clientID, Y.getState(doc.store, doc.clientID));
        const paragraph = firstParagraph(doc);
        paragraph.insert(paragraph.length, 'x');
      });
    }
  }
}

/** Makes the replica of one who types and is never told what others wrote, as nobody reads it. An empty text is begun. */
function join(doc: Y.Doc, { clientId, push }: OpenText, state: Uint8Array | null): void {
  if (clientId !== null) doc.clientID = clientId;
  if (state !== null) Y.applyUpdate(doc, state);
  doc.on('update', (update: Uint8Array) => push(update));
  seedIfEmpty(doc);
}
