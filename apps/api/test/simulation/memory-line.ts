import { EventEmitter } from 'node:events';
import { oneFrameParser, SOCKET_TABLES } from '@expert-forum/collab';
import { isProblem, type Answer, type SocketListener, type SocketPort } from '@expert-forum/collab/client';
import type { Handshake } from '@expert-forum/contracts';
import type { Scheduler } from './scheduler.js';

export const parser = oneFrameParser(SOCKET_TABLES);
const { PacketType } = parser;

/** A packet of socket.io, as far as it is looked at here. */
export interface Packet {
  readonly type: number;
  readonly id?: number;
  readonly data?: unknown;
}

/** What a line does to single packets, by probability. A websocket does none of it until it breaks. */
export interface Roughness {
  readonly drop: number;
  readonly duplicate: number;
  readonly overtake: number;
}

export const SMOOTH: Roughness = { drop: 0, duplicate: 0, overtake: 0 };

type Frame = string | Uint8Array;

/** The server's end of a line: what engine.io gives to socket.io for one websocket. */
export class ServerEnd extends EventEmitter {
  readonly protocol = 4;
  readonly remoteAddress = '127.0.0.1';
  readonly request = { headers: {}, connection: {}, url: '/', _query: {} };
  readonly transport = { name: 'websocket', writable: true };
  readonly writeBuffer: unknown[] = [];
  readyState: 'open' | 'closed' = 'open';
  private frames: Frame[] = [];
  private readonly decoder = new parser.Decoder();

  /** `sent` gets every packet whole, with its frames. */
  constructor(
    readonly id: string,
    sent: (packet: Packet, frames: readonly Frame[]) => void,
    private readonly ended: () => void,
  ) {
    super();
    this.decoder.on('decoded', (packet: Packet) => sent(packet, this.frames.splice(0)));
  }

  write(frame: Frame): void {
    if (this.readyState !== 'open') return;
    this.frames.push(frame);
    this.decoder.add(frame);
  }

  close(): void {
    if (this.readyState !== 'open') return;
    this.readyState = 'closed';
    this.ended();
    this.emit('close', 'forced close');
  }

  /** The peer is gone, and the server has noticed. */
  lost(): void {
    if (this.readyState !== 'open') return;
    this.readyState = 'closed';
    this.emit('close', 'transport close');
  }
}

/** Whom a line leads to. */
export interface LineHost {
  readonly name: string;
  accept(end: ServerEnd): void;
  /** Everything the server says to a login, the moment it says it; `request` is what an answer answers. */
  says(packet: Packet, request: unknown, loginId: string): void;
  /** An answer that has reached who asked, and is believed there. */
  isBelieved(answer: unknown, request: unknown): void;
}

interface Question {
  readonly payload: unknown;
  readonly answer: (answer: Answer) => void;
  isAnswered: boolean;
}

/** One connection: packets in both directions take their time and keep their order, until it is cut. */
export class MemoryLine {
  readonly port: SocketPort;
  readonly serverEnd: ServerEnd;
  private readonly asked = new Map<number, Question>();
  private readonly encoder = new parser.Encoder();
  private readonly decoder = new parser.Decoder();
  private nextId = 0;
  isCut = false;
  private sid = '';

  constructor(
    private readonly name: string,
    private readonly scheduler: Scheduler,
    private readonly roughness: () => Roughness,
    private readonly host: LineHost,
    handshake: Handshake,
    private readonly listener: SocketListener,
  ) {
    this.decoder.on('decoded', (packet: Packet) => this.received(packet));
    this.serverEnd = new ServerEnd(
      name,
      (packet, frames) => {
        host.says(packet, packet.id === undefined ? null : this.asked.get(packet.id)?.payload, handshake.ticket);
        this.carry('↓', packet, () => frames.forEach((frame) => this.decoder.add(asRead(frame))));
      },
      () => this.scheduler.post(`${this.name} ↓`, `${this.name} closed by the server`, () => this.closeClient()),
    );
    this.scheduler.post(`${name} ↑`, `${name} connects to ${host.name}`, () => {
      if (this.isCut) return;
      host.accept(this.serverEnd);
      this.up({ type: PacketType.CONNECT, data: handshake });
    });
    const sidOf = (): string => this.sid;
    this.port = {
      get id() {
        return sidOf();
      },
      request: (event, payload) => new Promise((answer) => this.ask(event, payload, answer)),
      send: (event, payload) => this.up({ type: PacketType.EVENT, data: [event, payload] }),
      close: () => this.cut(),
    };
  }

  /** The line is gone, and the client knows it. The server learns it later, and may still read what was sent before. */
  cut(): void {
    if (this.isCut) return;
    this.isCut = true;
    if (this.scheduler.happens(0.5)) this.scheduler.drop(`${this.name} ↑`);
    this.scheduler.drop(`${this.name} ↓`);
    this.scheduler.post(`${this.name} ↑`, `${this.name} is missed by the server`, () => this.serverEnd.lost());
  }

  /** The line broke by itself: the client is told. */
  break(): void {
    if (this.isCut) return;
    this.cut();
    this.listener.closed();
  }

  private closeClient(): void {
    if (this.isCut) return;
    this.isCut = true;
    this.listener.closed();
  }

  private ask(event: string, payload: unknown, answer: (answer: Answer) => void): void {
    const id = this.nextId++;
    this.asked.set(id, { payload, answer, isAnswered: false });
    this.up({ type: PacketType.EVENT, id, data: [event, payload] });
  }

  private up(packet: Packet): void {
    if (this.isCut) return;
    const frames: Frame[] = this.encoder.encode({ nsp: '/', ...packet }).flatMap((frame) => (isFrame(frame) ? [frame] : []));
    this.carry('↑', packet, () => {
      for (const frame of frames) if (this.serverEnd.readyState === 'open') this.serverEnd.emit('data', asRead(frame));
    });
  }

  private carry(direction: '↑' | '↓', packet: Packet, deliver: () => void): void {
    const label = `${this.name} ${direction} ${labelOf(packet)}`;
    const isHandshake = packet.type === PacketType.CONNECT;
    const { drop, duplicate, overtake } = isHandshake ? SMOOTH : this.roughness();
    const run = (): void => {
      if (direction === '↑' || !this.isCut) deliver();
    };
    if (this.scheduler.happens(drop)) return this.scheduler.note(`${label} is lost`);
    const lane = this.scheduler.happens(overtake) ? null : `${this.name} ${direction}`;
    this.scheduler.post(lane, label, run);
    // A push that was refused for good may not come again: no client sends it twice on one line, and no websocket does.
    if (!isPush(packet) && this.scheduler.happens(duplicate)) this.scheduler.post(lane, `${label} again`, run);
  }

  private answered(id: number, answer: unknown): void {
    const asked = this.asked.get(id);
    if (asked === undefined || asked.isAnswered) return;
    asked.isAnswered = true;
    this.host.isBelieved(answer, asked.payload);
    asked.answer(readAnswer(answer));
  }

  private received({ type, id, data }: Packet): void {
    if (type === PacketType.CONNECT) {
      this.sid = sidIn(data);
      this.listener.opened();
    } else if (type === PacketType.CONNECT_ERROR) {
      const problem = typeof data === 'object' && data !== null && 'data' in data ? data.data : null;
      if (isProblem(problem)) this.listener.refused(problem);
      else this.listener.closed();
    } else if (type === PacketType.DISCONNECT) {
      this.closeClient();
    } else if (id !== undefined && Array.isArray(data)) {
      this.answered(id, data[0]);
    } else if (Array.isArray(data)) {
      this.listener.event(String(data[0]), data[1]);
    }
  }
}

const isFrame = (frame: unknown): frame is Frame => typeof frame === 'string' || frame instanceof Uint8Array;

/** As a websocket of Node gives it. */
const asRead = (frame: Frame): Frame => (typeof frame === 'string' ? frame : Buffer.from(frame));

const isPush = ({ data }: Packet): boolean => Array.isArray(data) && String(data[0]).startsWith('update:p');

const sidIn = (data: unknown): string => (typeof data === 'object' && data !== null && 'sid' in data ? String(data.sid) : '');

function readAnswer(answer: unknown): Answer {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return { kind: 'unknown' };
  if (answer.ok === true) return { kind: 'done', value: 'value' in answer ? answer.value : undefined };
  return 'problem' in answer && isProblem(answer.problem) ? { kind: 'refused', problem: answer.problem } : { kind: 'unknown' };
}

function labelOf({ type, id, data }: Packet): string {
  if (type === PacketType.CONNECT) return 'handshake';
  if (type === PacketType.DISCONNECT) return 'disconnect';
  const isEvent = type === PacketType.EVENT || type === PacketType.BINARY_EVENT;
  return `${isEvent && Array.isArray(data) ? String(data[0]) : 'answer'}${id === undefined ? '' : ` #${id}`}`;
}
