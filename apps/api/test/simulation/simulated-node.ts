import 'reflect-metadata';
import { SCHEMA_VERSION } from '@expert-forum/collab';
import type { Role } from '@expert-forum/domain';
import { Server } from 'socket.io';
import { DraftingGateway } from '../../src/features/drafting/doors/drafting.gateway.js';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { FollowTexts } from '../../src/features/drafting/follow-texts.js';
import { JudgeReaders } from '../../src/features/drafting/judge-readers.js';
import { RejudgeConnections } from '../../src/features/drafting/rejudge-connections.js';
import type { Announcement } from '../../src/platform/announcer/announcer.js';
import { COMMAND } from '../../src/platform/realtime/command.js';
import { ProblemException } from '../../src/platform/errors/problem-error.js';
import { toProblem } from '../../src/platform/errors/to-problem.js';
import type { ConnectionData, ForumServer, ForumSocket } from '../../src/platform/realtime/forum-io-adapter.js';
import { FrameOnceAdapter } from '../../src/platform/realtime/frame-once-adapter.js';
import type { MemoryDatabase } from '../store/memory-database.js';
import { MemoryDraftingStore, type CommitFate, type DatabaseWeather } from '../store/memory-drafting-store.js';
import { parser, type LineHost, type Packet, type ServerEnd } from './memory-line.js';
import type { Scheduler } from './scheduler.js';
import { SimulatedAnnouncer, SimulatedDoorbell, SimulatedStanding } from './simulated-platform.js';

const FORUM = 'forum';
const ROLE: Role = 'expert';

/** The world around a node. */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly database: MemoryDatabase;
  readonly witness: Pick<LineHost, 'says' | 'isBelieved'>;
  commitFate(): CommitFate;
  ring(topic: string, about: string, detail: string): void;
  nextOrdinal(): number;
}

/** What nodes are made of; a mutant has other parts. */
export interface NodeParts {
  makeStore(node: SimulatedNode, database: MemoryDatabase, weather: DatabaseWeather): MemoryDraftingStore;
  makeReaders(...parts: ConstructorParameters<typeof JudgeReaders>): JudgeReaders;
  readonly hasPolls: boolean;
}

export const REAL: NodeParts = {
  makeStore: (_node, database, weather) => new MemoryDraftingStore(database, weather),
  makeReaders: (...parts) => new JudgeReaders(...parts),
  hasPolls: true,
};

/** One process of the forum: its real engine, service and doors on the real socket.io, with lines and a database of memory. */
export class SimulatedNode implements LineHost {
  isUp = true;
  readonly server: ForumServer = new Server({ parser, adapter: FrameOnceAdapter, serveClient: false });
  readonly service: DraftingService;
  private readonly doorbell: SimulatedDoorbell;
  private readonly announcer: SimulatedAnnouncer;
  private readonly store: MemoryDraftingStore;
  private readonly polls: readonly (FollowTexts | RejudgeConnections)[];
  private readonly ends = new Set<ServerEnd>();

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
    this.doorbell = new SimulatedDoorbell((...ring) => this.isUp && world.ring(...ring));
    this.announcer = new SimulatedAnnouncer(this.doorbell);
    const standing = new SimulatedStanding(world.database, (statement) => this.travel(statement));
    this.service = new DraftingService(this.store, this.doorbell);
    const readers = parts.makeReaders(this.service, this.store, this.announcer);
    this.polls = [
      new FollowTexts(this.service, this.store),
      new RejudgeConnections(this.service, standing, this.announcer, this.doorbell),
    ];
    this.listen(new DraftingGateway(this.service, readers));
    if (parts.hasPolls) this.polls.forEach((poll) => poll.onApplicationBootstrap());
  }

  accept(end: ServerEnd): void {
    if (!this.isUp) return end.close();
    this.ends.add(end);
    end.on('close', () => this.ends.delete(end));
    Reflect.apply(Reflect.get(this.server, 'onconnection'), this.server, [end]);
  }

  says(packet: Packet, request: unknown): void {
    this.world.witness.says(packet, request);
  }

  isBelieved(answer: unknown, request: unknown): void {
    this.world.witness.isBelieved(answer, request);
  }

  hear(topic: string, about: string, detail: string): void {
    if (this.isUp) this.doorbell.hear(topic, about, detail);
  }

  announce(announcement: Announcement): void {
    if (this.isUp) this.announcer.announce(announcement);
  }

  /** Dies at whatever it waits for: nothing of it goes on, its lines break, and the database ends what it had begun. */
  crash(): void {
    this.isUp = false;
    this.polls.forEach((poll) => void poll.onModuleDestroy());
    this.service.presence.stop();
    this.store.disconnect();
    for (const end of [...this.ends]) end.close();
  }

  /** Stops as a deploy stops it: answers what it has taken, then tells everybody to come back. */
  async drain(): Promise<void> {
    await this.service.onModuleDestroy();
    if (this.isUp) this.crash();
  }

  private travel(label: string): Promise<void> {
    const arrival = this.world.scheduler.travel(`${this.name}: ${label}`);
    return arrival.then(() => (this.isUp ? undefined : new Promise<void>(() => undefined)));
  }

  private listen(gateway: DraftingGateway): void {
    this.server.use((socket, next) => void this.admit(socket).then(() => next(), (error: unknown) => next(refusal(error))));
    this.server.on('connection', (socket) => {
      gateway.handleConnection(socket);
      socket.once('disconnect', () => this.isUp && gateway.handleDisconnect(socket));
      for (const [command, handle] of handlersOf(gateway)) Reflect.apply(socket.on, socket, [command, answering(socket, handle)]);
    });
    gateway.afterInit(this.server);
  }

  /** A ticket is the number of a login. */
  private async admit(socket: ForumSocket): Promise<void> {
    await this.travel('spend ticket');
    const { ticket } = socket.handshake.auth;
    const login = this.world.database.logins.get(String(ticket));
    const mandate = [...this.world.database.mandates.values()].find(({ memberId }) => memberId === login?.memberId);
    if (login?.isEnded !== false || mandate?.withdrawnAt !== null) throw new ProblemException('login-required');
    const actor = { memberId: mandate.memberId, mandateId: mandate.id, role: ROLE, centreId: null };
    const identity = { kind: 'mandate', loginId: login.id, forumId: FORUM, actor, centreCode: 'UZB-A', memberName: mandate.memberId, ordinal: this.world.nextOrdinal() } as const;
    const data: ConnectionData = { identity, schema: SCHEMA_VERSION, activeAt: new Date() };
    Object.assign(socket.data, data);
  }
}

const refusal = (error: unknown): Error => Object.assign(new Error('refused'), { data: toProblem(error, 'simulated') });

type Handler = (socket: ForumSocket, payload: unknown) => Promise<unknown>;

/** What Nest binds: every method that carries a command. */
function handlersOf(gateway: DraftingGateway): [command: string, handler: Handler][] {
  return Object.getOwnPropertyNames(DraftingGateway.prototype).flatMap((name): [string, Handler][] => {
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

