import { MemoryPageLocks, MemorySectionStorage, seedUpdate, type OpenSocket, type Runtime } from '@expert-forum/collab';
import type { Act, Person } from '../store/contract-world.js';
import { actOn, addDrafter, addSection } from '../store/memory-acts.js';
import { MemoryDatabase, type CommittedRow, type MemorySection } from '../store/memory-database.js';
import type { CommitFate } from '../store/memory-drafting-store.js';
import { MemoryLine, SMOOTH, type Roughness } from './memory-line.js';
import { Scheduler } from './scheduler.js';
import { REAL, SimulatedNode, type NodeParts } from './simulated-node.js';
import { SimulatedPage } from './simulated-page.js';
import { Witness } from './witness.js';

/** How hard a run is. */
export interface Weather {
  readonly nodes: number;
  readonly pages: number;
  /** Somebody has the section open twice. */
  readonly hasTabs: boolean;
  readonly roughness: Roughness;
  /** Of rings, by probability. */
  readonly lostRings: number;
  /** Of commits, by probability. */
  readonly lostCommits: number;
}

/** Tells what it keeps, the moment it is kept. */
class WatchedDatabase extends MemoryDatabase {
  kept: (rows: readonly CommittedRow[]) => void = () => undefined;

  override append(rows: readonly CommittedRow[]): void {
    super.append(rows);
    this.kept(rows);
  }
}

const VERBS: Partial<Record<Act, string>> = {
  freeze: 'phase:changed',
  reopen: 'phase:changed',
  'remove drafter': 'drafter:removed',
  'name drafter': 'drafter:named',
  'renew epoch': 'phase:changed',
  withdraw: 'mandate:withdrawn',
};

/** Signs that mean nothing to Yjs or the editor, and of which there are enough. */
const FIRST_WORD = 0x4e00;

/** A section that several people draft on several nodes, in a world whose every delay is chance. */
export class SimulatedForum {
  readonly witness: Witness;
  readonly nodes: SimulatedNode[] = [];
  readonly pages: SimulatedPage[] = [];
  readonly section: MemorySection;
  private readonly database: WatchedDatabase;
  private readonly lines = new Set<MemoryLine>();
  private isCalm = false;
  private words = 0;
  private named = 0;
  private announced = 0;
  private ordinals = 0;

  constructor(
    readonly scheduler: Scheduler,
    private readonly weather: Weather,
    private readonly mutation: Partial<NodeParts> = {},
  ) {
    this.database = new WatchedDatabase(() => new Date(), scheduler.chance);
    this.section = addSection(this.database);
    const { channel } = this.section;
    const lease = this.database.grantLease(channel, 1, { mandateId: null, holder: null, holderOrdinal: 0 });
    let id = 0;
    const newId = (): string => `p-seed${String((id += 1)).padStart(6, '0')}`;
    this.database.append([{ channel, epoch: 1, seq: 1, lease, n: 1, body: seedUpdate({ lease, blocks: ['First', 'Second', ''], newId }) }]);
    this.witness = new Witness(this.database, channel);
    this.database.kept = (rows) => this.witness.committed(rows);
    for (let index = 0; index < weather.nodes; index += 1) this.startNode();
    for (const name of 'abcde'.slice(0, weather.pages)) this.openPage(name);
    if (weather.hasTabs) this.openPage('f', this.pages[0]);
  }

  /** From here on nothing breaks any more. */
  calm(): void {
    this.isCalm = true;
    while (this.nodes.length < this.weather.nodes) this.startNode();
  }

  startNode(): void {
    const name = `node ${(this.named += 1)}`;
    const world = {
      scheduler: this.scheduler,
      database: this.database,
      witness: this.witness,
      commitFate: () => this.commitFate(),
      ring: (topic: string, about: string, detail: string) => this.ring(topic, about, detail),
      nextOrdinal: () => (this.ordinals += 1),
    };
    this.nodes.push(new SimulatedNode(name, world, { ...REAL, ...this.mutation }));
  }

  /** The node ends, at once or after it has answered what it has; another takes its place. */
  replaceNode(way: 'crash' | 'drain'): void {
    const node = this.scheduler.pick(this.nodes);
    if (node === undefined) return;
    this.scheduler.note(`${node.name} ${way === 'crash' ? 'crashes' : 'drains'}`);
    this.nodes.splice(this.nodes.indexOf(node), 1);
    if (way === 'crash') node.crash();
    else void node.drain();
    this.startNode();
  }

  breakLine(): void {
    this.scheduler.pick([...this.lines])?.break();
  }

  breakLines(): void {
    for (const line of this.lines) line.break();
  }

  /** An act of the forum on somebody's right: committed under its lock, then announced to every node. */
  async act(act: Act, person: Person = this.pages[0]?.person ?? { loginId: '', mandateId: '' }): Promise<void> {
    const { lock, change } = actOn(this.database, act, this.section.channel, person);
    await this.scheduler.travel(`somebody asks to ${act} (${person.mandateId})`);
    await this.database.command([lock], change);
    this.scheduler.note(`${act} is committed`);
    const verb = VERBS[act];
    if (verb === undefined) return this.ring('rights', '', '');
    const object = { section: this.section.id, document: 'document' };
    const announcement = { forumId: this.section.forumId, seq: (this.announced += 1), at: new Date(), verb, object, centreId: null, payload: {} };
    for (const node of this.nodes) this.scheduler.post(`${node.name} announced`, `${node.name} is told: ${verb}`, () => node.announce(announcement));
  }

  /** The text of every node, as the node knows it when it has looked at the head. */
  texts(): Promise<{ seq: number; hash: string }[]> {
    return Promise.all(this.nodes.map(({ service }) => service.engine.look(this.section.channel, (text) => text.snapshot())));
  }

  async stop(): Promise<void> {
    for (const page of this.pages) await page.close();
    for (const node of this.nodes) node.crash();
  }

  /** Of somebody new or, in another tab of the same browser, of somebody who has a page already. */
  private openPage(name: string, tab?: SimulatedPage): void {
    const person = tab?.person ?? addDrafter(this.database, this.section.channel);
    const device = tab?.device ?? { storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), isLasting: true };
    const nextWord = (): string => String.fromCodePoint(FIRST_WORD + (this.words += 1));
    this.pages.push(new SimulatedPage(name, person, device, this.section.id, this.scheduler, { openSocket: this.openSocket(name), runtime: this.runtime }, nextWord));
  }

  private readonly runtime: Runtime = {
    now: () => Date.now(),
    random: () => this.scheduler.chance(),
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  };

  /** Through a balancer: every connection may lead to another node. */
  private openSocket(page: string): OpenSocket {
    return (_url, handshake, listener) => {
      const node = this.scheduler.pick(this.nodes);
      if (node === undefined) throw new Error('there is always a node');
      const name = `${page}${(this.named += 1)}`;
      const line = new MemoryLine(name, this.scheduler, () => (this.isCalm ? SMOOTH : this.weather.roughness), node, handshake, listener);
      this.lines.add(line);
      return line.port;
    };
  }

  private commitFate(): CommitFate {
    if (this.isCalm || !this.scheduler.happens(this.weather.lostCommits)) return 'done';
    return this.scheduler.pick(['failed', 'unheard', 'late'] as const) ?? 'done';
  }

  private ring(topic: string, about: string, detail: string): void {
    for (const node of this.nodes) {
      if (this.scheduler.happens(this.weather.lostRings)) this.scheduler.note(`a ring of ${topic} is lost`);
      else this.scheduler.post(null, `${node.name} hears ${topic} ${about} ${detail}`, () => node.hear(topic, about, detail));
    }
  }
}
