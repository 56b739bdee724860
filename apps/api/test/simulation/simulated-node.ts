import 'reflect-metadata';
import { SCHEMA_VERSION } from '@expert-forum/collab';
import { Server } from 'socket.io';
import { DraftingGateway } from '../../src/features/drafting/doors/drafting.gateway.js';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { FollowTexts } from '../../src/features/drafting/follow-texts.js';
import { JudgeReaders } from '../../src/features/drafting/judge-readers.js';
import { RejudgeConnections } from '../../src/features/drafting/rejudge-connections.js';
import type { Announcement } from '../../src/platform/announcer/announcer.js';
import type { LedgerEntry } from '../../src/platform/ledger/command-runner.js';
import type { MandatePerformer } from '../../src/platform/ledger/performer.js';
import { COMMAND } from '../../src/platform/realtime/command.js';
import { toProblem } from '../../src/platform/errors/to-problem.js';
import type { ConnectionData, ForumServer, ForumSocket } from '../../src/platform/realtime/forum-io-adapter.js';
import { FrameOnceAdapter } from '../../src/platform/realtime/frame-once-adapter.js';
import { MemoryDraftingStore, type CommitFate, type DatabaseWeather } from '../store/memory-drafting-store.js';
import { MemoryCommands } from './database/memory-commands.js';
import type { SimulatedDatabase } from './database/simulated-database.js';
import { REAL_DISCUSSION, SimulatedDiscussion, type DiscussionParts } from './discussion/simulated-discussion.js';
import { REAL_MEETING, SimulatedMeeting, type MeetingParts } from './meeting/simulated-meeting.js';
import { parser, type LineHost, type Packet, type ServerEnd } from './memory-line.js';
import type { Scheduler } from './scheduler.js';
import { SimulatedAnnouncer, SimulatedDoorbell, SimulatedStanding } from './simulated-platform.js';

/** Half of all writes trust in what an earlier one has read, although there is another node. */
const SEEMS_ALONE = 0.5;

/** The world around a node. */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly database: SimulatedDatabase;
  readonly witness: Pick<LineHost, 'says' | 'isBelieved'>;
  commitFate(): CommitFate;
  ring(topic: string, about: string, detail: string): void;
  announce(entry: LedgerEntry): void;
  /** Who acts under a login. @throws ProblemException `login-required` */
  performer(loginId: string): MandatePerformer;
  nextOrdinal(): number;
}

/** What nodes are made of; a mutant has other parts. */
export interface NodeParts extends DiscussionParts, MeetingParts {
  makeStore(node: SimulatedNode, database: SimulatedDatabase, weather: DatabaseWeather): MemoryDraftingStore;
  makeReaders(...parts: ConstructorParameters<typeof JudgeReaders>): JudgeReaders;
  makeCommands(...parts: ConstructorParameters<typeof MemoryCommands>): MemoryCommands;
  readonly hasPolls: boolean;
}

export const REAL: NodeParts = {
  makeStore: (_node, database, weather) => new MemoryDraftingStore(database, weather),
  makeReaders: (...parts) => new JudgeReaders(...parts),
  makeCommands: (...parts) => new MemoryCommands(...parts),
  hasPolls: true,
  ...REAL_DISCUSSION,
  ...REAL_MEETING,
};

/** One process of the forum: its real engine, service and doors on the real socket.io, with lines and a database of memory. */
export class SimulatedNode implements LineHost {
  isUp = true;
  /** Its statements fail, while its lines hold. */
  private isCutOff = false;
  /** Times that its connections to the database were lost. */
  private cuts = 0;
  /** What it will be told when it can read the ledger again. */
  private untold: Announcement[] = [];
  readonly server: ForumServer = new Server({ parser, adapter: FrameOnceAdapter, serveClient: false });
  readonly service: DraftingService;
  readonly discussion: SimulatedDiscussion;
  readonly meeting: SimulatedMeeting;
  private readonly doorbell: SimulatedDoorbell;
  private readonly announcer: SimulatedAnnouncer;
  private readonly store: MemoryDraftingStore;
  private readonly commands: MemoryCommands;
  private readonly polls: readonly (FollowTexts | JudgeReaders | RejudgeConnections)[];
  private readonly ends = new Set<ServerEnd>();
  private breakLines: () => void = () => undefined;
  /** Resolves when the node ends: whoever waits for an answer over HTTP sees their line break. */
  readonly ended = new Promise<null>((resolve) => (this.breakLines = () => resolve(null)));

  constructor(
    readonly name: string,
    private readonly world: Surroundings,
    parts: NodeParts,
  ) {
    this.store = parts.makeStore(this, world.database, {
      travel: (statement) => this.travel(statement),
      pass: (what) => world.scheduler.travel(`database: ${what}`),
      commitFate: () => world.commitFate(),
    });
    this.doorbell = new SimulatedDoorbell((...ring) => this.isUp && world.ring(...ring), () => world.scheduler.happens(SEEMS_ALONE));
    this.announcer = new SimulatedAnnouncer(this.doorbell);
    const standing = new SimulatedStanding(world.database, (statement) => this.travel(statement));
    this.service = new DraftingService(this.store, this.doorbell);
    const readers = parts.makeReaders(this.service, this.store, this.announcer);
    this.polls = [
      readers,
      new FollowTexts(this.service, this.store),
      new RejudgeConnections(this.service, standing, this.announcer, this.doorbell),
    ];
    const commitFate = (): CommitFate => world.commitFate();
    this.commands = parts.makeCommands(world.database, { travel: (statement) => this.travel(statement), commitFate, announce: (entry) => world.announce(entry) }, this.announcer);
    const { service: drafting, commands, doorbell, announcer } = this;
    const ask = <T>(statement: string, read: () => T): Promise<T> => this.ask(statement, read);
    this.discussion = new SimulatedDiscussion(parts, { database: world.database, ask, commitFate, commands, drafting, doorbell, announcer });
    this.meeting = new SimulatedMeeting(parts, world.database, ask, commands);
    this.listen(new DraftingGateway(this.service, readers), this.discussion.gateway);
    if (parts.hasPolls) this.polls.forEach((poll) => poll.onApplicationBootstrap());
  }

  accept(end: ServerEnd): void {
    if (!this.isUp) return end.close();
    this.ends.add(end);
    end.on('close', () => this.ends.delete(end));
    Reflect.apply(Reflect.get(this.server, 'onconnection'), this.server, [end]);
  }

  says(packet: Packet, request: unknown, loginId: string): void {
    this.world.witness.says(packet, request, loginId);
  }

  isBelieved(answer: unknown, request: unknown): void {
    this.world.witness.isBelieved(answer, request);
  }

  hear(topic: string, about: string, detail: string): void {
    if (this.isUp && !this.isCutOff) this.doorbell.hear(topic, about, detail);
  }

  announce(announcement: Announcement): void {
    if (this.isCutOff) this.untold.push(announcement);
    else if (this.isUp) this.announcer.announce(announcement);
  }

  /** Nothing reaches the database any more, and no answer comes; the database ends what the node had begun. */
  cutOff(): void {
    this.isCutOff = true;
    this.cuts += 1;
    this.disconnect();
  }

  reconnect(): void {
    if (!this.isCutOff) return;
    this.isCutOff = false;
    for (const announcement of this.untold.splice(0)) this.announce(announcement);
  }

  /** Dies at whatever it waits for: nothing of it goes on, its lines break, and the database ends what it had begun. */
  crash(): void {
    this.isUp = false;
    this.polls.forEach((poll) => void poll.onModuleDestroy());
    this.service.presence.stop();
    this.discussion.crash();
    this.disconnect();
    for (const end of [...this.ends]) end.close();
    this.breakLines();
  }

  /** Stops as a deploy stops it: answers what it has taken, then tells everybody to come back. */
  async drain(): Promise<void> {
    await this.discussion.drain();
    await this.service.onModuleDestroy();
    if (this.isUp) this.crash();
  }

  private disconnect(): void {
    this.commands.disconnect();
    this.store.disconnect();
    this.discussion.disconnect();
  }

  private async travel(label: string): Promise<void> {
    const { cuts } = this;
    await this.world.scheduler.travel(`${this.name}: ${label}`);
    if (!this.isUp) return new Promise(() => undefined);
    if (this.isCutOff || cuts !== this.cuts) throw new Error('the connection to the database was lost');
  }

  /** A statement by itself, as those of texts are. */
  private async ask<T>(statement: string, read: () => T): Promise<T> {
    await this.travel(statement);
    const value = read();
    await this.travel(`${statement}, answered`);
    return value;
  }

  private listen(gateway: DraftingGateway, ...others: readonly object[]): void {
    this.server.use((socket, next) => void this.admit(socket).then(() => next(), (error: unknown) => next(refusal(error))));
    this.server.on('connection', (socket) => {
      socket.once('disconnect', () => this.isUp && gateway.handleDisconnect(socket));
      for (const [command, handle] of [gateway, ...others].flatMap(handlersOf)) Reflect.apply(socket.on, socket, [command, answering(socket, handle)]);
    });
    gateway.afterInit(this.server);
  }

  /** A ticket is the number of a login. */
  private async admit(socket: ForumSocket): Promise<void> {
    await this.travel('spend ticket');
    const performer = this.world.performer(String(socket.handshake.auth['ticket']));
    const { memberId, centreId } = performer.actor;
    const identity = { ...performer, centreCode: centreId, memberName: memberId, ordinal: this.world.nextOrdinal() };
    const data: ConnectionData = { identity, schema: SCHEMA_VERSION, activeAt: new Date() };
    Object.assign(socket.data, data);
  }
}

const refusal = (error: unknown): Error => Object.assign(new Error('refused'), { data: toProblem(error, 'simulated') });

type Handler = (socket: ForumSocket, payload: unknown) => Promise<unknown>;

/** What Nest binds: every method that carries a command. */
function handlersOf(gateway: object): [command: string, handler: Handler][] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(gateway)).flatMap((name): [string, Handler][] => {
    const method: unknown = Reflect.get(gateway, name);
    const command: unknown = typeof method === 'function' ? Reflect.getMetadata(COMMAND, method) : undefined;
    if (typeof method !== 'function' || typeof command !== 'string') return [];
    return [[command, async (socket, payload) => Reflect.apply(method, gateway, [socket, payload])]];
  });
}

const answering =
  (socket: ForumSocket, handle: Handler) =>
  async (payload: unknown, acknowledge?: (answer: unknown) => void): Promise<void> => {
    const answer = await handle(socket, payload);
    acknowledge?.(answer);
  };

