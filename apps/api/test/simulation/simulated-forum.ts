import { seedUpdate } from '@expert-forum/collab';
import { MemoryPageLocks, type OpenSocket, type Runtime } from '@expert-forum/collab/client';
import type { ThreadView } from '@expert-forum/contracts';
import type { Announcement } from '../../src/platform/announcer/announcer.js';
import { ProblemException } from '../../src/platform/errors/problem-error.js';
import type { LedgerEntry } from '../../src/platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../src/platform/ledger/performer.js';
import type { Act, Person } from '../store/contract-world.js';
import { actOn, addDrafter, addPerson, addSection } from '../store/memory-acts.js';
import type { MemorySection } from '../store/memory-database.js';
import type { CommitFate } from '../store/memory-drafting-store.js';
import { SimulatedDatabase } from './database/simulated-database.js';
import { SimulatedChair } from './meeting/simulated-chair.js';
import { MemoryLine, SMOOTH, type Roughness } from './memory-line.js';
import { Scheduler } from './scheduler.js';
import { REAL, SimulatedNode, type NodeParts } from './simulated-node.js';
import { REAL_PAGE, SimulatedPage, type PageParts } from './simulated-page.js';
import { Witness } from './witness.js';
import { signOf } from './words.js';

/** How hard a run is. */
export interface Weather {
  readonly nodes: number;
  readonly pages: number;
  /** Somebody has the section open twice. */
  readonly hasTabs: boolean;
  readonly roughness: Roughness;
  /** The text is spoken about, and not only written. */
  readonly isDiscussed: boolean;
  /** How much comes in between, from none at 0 to a storm at 1. */
  readonly trouble: number;
  /** How much of what is under way arrives at a time, at the most. */
  readonly pace: number;
  /** Of rings, by probability. */
  readonly lostRings: number;
  /** Of commits, by probability. */
  readonly lostCommits: number;
  /** A node loses the database for a while, now and then. */
  readonly hasCuts: boolean;
}

/** What the programs of a run are made of. */
export type Parts = NodeParts & PageParts;

const FORUM = 'forum';
/** A tab beside the first page. */
const TAB = 'tab';
/** A cut between a node and the database, at the longest. */
const CUT_MS = 4_000;

const VERBS: Partial<Record<Act, string>> = {
  freeze: 'phase:changed',
  reopen: 'phase:changed',
  'remove drafter': 'drafter:removed',
  'name drafter': 'drafter:named',
  'renew epoch': 'phase:changed',
  withdraw: 'mandate:withdrawn',
};

/** A section that several people draft on several nodes, in a world whose every delay is chance. */
export class SimulatedForum {
  readonly witness: Witness;
  readonly nodes: SimulatedNode[] = [];
  readonly pages: SimulatedPage[] = [];
  readonly section: MemorySection;
  readonly chair: SimulatedChair;
  private readonly database: SimulatedDatabase;
  private readonly lines = new Set<MemoryLine>();
  private isCalm = false;
  private words = 0;
  private keys = 0;
  private named = 0;
  private announced = 0;
  private ordinals = 0;

  constructor(
    readonly scheduler: Scheduler,
    readonly weather: Weather,
    private readonly mutation: Partial<Parts> = {},
  ) {
    this.database = new SimulatedDatabase(() => new Date(), scheduler.chance);
    this.section = addSection(this.database);
    const { channel } = this.section;
    const lease = this.database.grantLease(channel, 1, { mandateId: null, holder: null, holderOrdinal: 0 });
    let id = 0;
    const newId = (): string => `p-seed${String((id += 1)).padStart(6, '0')}`;
    this.database.append([{ channel, epoch: 1, seq: 1, lease, n: 1, body: seedUpdate({ lease, blocks: ['First', 'Second', ''], newId }) }]);
    this.chair = this.takeChair();
    this.witness = new Witness(this.database, channel, this.chair.seen);
    this.database.watcher = this.witness;
    for (let index = 0; index < weather.nodes; index += 1) this.startNode();
    for (const name of 'abcdefghijkl'.slice(0, weather.pages)) this.openPage(name);
    if (weather.hasTabs) this.openPage(TAB, this.pages[0]);
  }

  /** Do people type now? While the chair waits for objections they hold back. */
  readonly isBusy = (): boolean => this.chair.waitsFor === 0 || this.scheduler.happens(0.2);

  /** From here on nothing breaks any more. */
  calm(): void {
    this.isCalm = true;
    while (this.nodes.length < this.weather.nodes) this.startNode();
    for (const node of this.nodes) node.reconnect();
  }

  startNode(): void {
    const name = `node ${(this.named += 1)}`;
    const world = {
      scheduler: this.scheduler,
      database: this.database,
      witness: this.witness,
      commitFate: () => this.commitFate(),
      ring: (topic: string, about: string, detail: string) => this.ring(topic, about, detail),
      announce: ({ verb, object, centreId }: LedgerEntry) => this.announce(verb, object, centreId ?? null),
      performer: (loginId: string) => performerOf(this.database, loginId),
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

  /** A node loses the database, and finds it again after a while. */
  cutNodeOff(): void {
    const node = this.scheduler.pick(this.nodes);
    if (node === undefined || !this.weather.hasCuts) return;
    this.scheduler.note(`${node.name} is cut off from the database`);
    node.cutOff();
    setTimeout(() => {
      this.scheduler.note(`${node.name} reaches the database again`);
      node.reconnect();
    }, this.scheduler.below(CUT_MS));
  }

  breakLine(): void {
    this.scheduler.pick([...this.lines].filter(({ isCut }) => !isCut))?.break();
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
    this.announce(verb, { section: this.section.id, document: 'document' }, null);
  }

  /** A row of the ledger, told to every node in the order of commits. */
  private announce(verb: string, object: Announcement['object'], centreId: string | null): void {
    const announcement = { forumId: this.section.forumId, seq: (this.announced += 1), at: new Date(), verb, object, centreId, payload: {} };
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
    const device = tab?.device ?? { storage: (this.mutation.makeStorage ?? REAL_PAGE.makeStorage)(), locks: new MemoryPageLocks(), isLasting: true };
    const next = {
      word: (): string => signOf((this.words += 1)),
      key: (): string => `00000000-0000-4000-8000-${String((this.keys += 1)).padStart(12, '0')}`,
    };
    const reading = { listener: this.witness.listenerFor(person), list: (reader: Person) => this.list(name, reader) };
    this.pages.push(new SimulatedPage(name, person, device, this.section.id, this.scheduler, { openSocket: this.openSocket(name), runtime: this.runtime }, next, reading));
  }

  private takeChair(): SimulatedChair {
    const moderator = addPerson(this.database, 'moderator', null);
    this.database.meeting.session.chairMandateId = moderator.mandateId;
    const by = performerOf(this.database, moderator.loginId);
    return new SimulatedChair(by, this.section.id, this.database, this.scheduler, () => this.anyNode());
  }

  /** Over HTTP, from any node. */
  private async list(page: string, person: Person): Promise<readonly ThreadView[]> {
    const { loginId } = person;
    await this.scheduler.travel(`${page} asks for the threads`);
    const node = this.anyNode();
    const read = node.discussion.views.page(performerOf(this.database, loginId), this.section.id).catch(() => null);
    const answer = await Promise.race([read, node.ended]);
    if (answer === null) return this.list(page, person);
    await this.scheduler.travel(`${page} is given the threads`);
    return answer.threads;
  }

  private anyNode(): SimulatedNode {
    const node = this.scheduler.pick(this.nodes);
    if (node === undefined) throw new Error('there is always a node');
    return node;
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
      const node = this.anyNode();
      const name = `${page}${(this.named += 1)}`;
      const line = new MemoryLine(name, this.scheduler, () => (this.isCalm ? SMOOTH : this.weather.roughness), node, handshake, listener);
      this.lines.add(line);
      return line.port;
    };
  }

  private commitFate(): CommitFate {
    if (this.isCalm || !this.scheduler.happens(this.weather.lostCommits)) return 'done';
    const fate = this.scheduler.pick(['failed', 'unheard', 'late'] as const) ?? 'done';
    // The hardest moment for a right to end.
    if (fate === 'late' && this.scheduler.happens(0.3)) void this.act('freeze');
    return fate;
  }

  private ring(topic: string, about: string, detail: string): void {
    for (const node of this.nodes) {
      if (this.scheduler.happens(this.weather.lostRings)) this.scheduler.note(`a ring of ${topic} is lost`);
      else this.scheduler.post(null, `${node.name} hears ${topic}${topic === 'text' ? ` ${about} ${detail}` : ''}`, () => node.hear(topic, about, detail));
    }
  }
}

/** @throws ProblemException `login-required` */
function performerOf(database: SimulatedDatabase, loginId: string): MandatePerformer {
  const login = database.logins.get(loginId);
  const mandate = [...database.mandates.values()].find(({ memberId }) => memberId === login?.memberId);
  if (login?.isEnded !== false || mandate?.withdrawnAt !== null) throw new ProblemException('login-required');
  const { id: mandateId, memberId, role, centreId } = mandate;
  return { kind: 'mandate', loginId, forumId: FORUM, actor: { memberId, mandateId, role, centreId } };
}
