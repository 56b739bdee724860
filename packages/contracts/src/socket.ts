import { SECTION_ID, type Phase, type Verdict } from '@expert-forum/domain';
import { ArrayMaxSize, IsArray, IsIn, IsInstance, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { WHEREABOUTS_COMMANDS, type WhereaboutsCommands, type WhereaboutsNews } from './documents/whereabouts.js';
import { MayBeLeftOut } from './may-be-left-out.js';
import type { Problem } from './problem.js';
import { SESSION_COMMANDS, type SessionCommands } from './sessions/session-commands.js';
import type { SessionView } from './sessions/sessions.js';
import { THREAD_COMMANDS, type ThreadCommands, type ThreadNews } from './threads/thread-commands.js';

const LARGEST_LEASE = 0xffff_ffff;

/** `auth` of the handshake. */
export interface Handshake {
  readonly ticket: string;
  readonly protocol: number;
  readonly schema: number;
}

/** Every command is answered by one of these. */
export type Ack<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem | UpdateRefusal };

/** Why pushed updates were not taken. */
export interface UpdateRefusal extends Problem {
  /** `resync`: join again and send the same bytes; `rejected`: final, the text goes to its author's tray. */
  readonly kind: 'resync' | 'rejected';
  /** Number of the first update that was refused. */
  readonly n: number;
}

/** `section:join` */
export class JoinSection {
  @Matches(SECTION_ID)
  sectionId: string;

  @IsInt()
  @Min(1)
  @Max(1_000)
  schema: number;

  /** Of the text the page already holds. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  epoch?: number;

  /** Yjs state vector of that text; left out, the whole text is sent. */
  @MayBeLeftOut()
  @IsInstance(Uint8Array)
  stateVector?: Uint8Array;

  /** Leases of this member and mandate that are resent or typed under. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST_LEASE, { each: true })
  resume: number[];

  /** How many new leases the page needs. */
  @IsIn([0, 1, 2])
  fresh: 0 | 1 | 2;
}

export interface JoinedSection {
  readonly channel: number;
  readonly epoch: number;
  readonly schema: number;
  readonly seq: number;
  readonly phase: Phase;
  readonly phaseChangedAt: string;
  readonly mayWrite: Verdict;
  readonly leases: readonly { readonly lease: number; readonly lastN: number }[];
  readonly granted: readonly number[];
  readonly state: Uint8Array;
}

/** `section:leave` */
export class LeaveSection {
  @Matches(SECTION_ID)
  sectionId: string;
}

/** Answer to a push: the number of its last update, and the seqs it was given. */
export interface CommittedPush {
  readonly n: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** `presence:move`; the cursor is Yjs relative positions as JSON, at most 2 KiB. */
export class MovePresence {
  @IsInt()
  @Min(1)
  channel: number;

  @IsOptional()
  cursor: unknown;
}

export interface PresentPerson {
  readonly connection: string;
  readonly label: string;
  readonly colour: string;
  readonly cursor: unknown;
}

/** `presence:changed`: who is in a section, and where. Nobody is told of themselves. */
export interface PresenceNews {
  readonly channel: number;
  /** Everybody there, for somebody who has just come; otherwise those who came or moved. */
  readonly isWhole: boolean;
  readonly people: readonly PresentPerson[];
  /** Connections that are there no more. */
  readonly gone: readonly string[];
}

/** `section:changed` */
export interface SectionNews {
  readonly section: { readonly id: string; readonly phase: Phase; readonly phaseChangedAt: string; readonly epoch: number };
}

type Acknowledge<T> = (ack: Ack<T>) => void;

type Sessions = { [Name in keyof SessionCommands]: (command: SessionCommands[Name]['payload'], acknowledge: Acknowledge<SessionCommands[Name]['value']>) => void };

type Threads = { [Name in keyof ThreadCommands]: (command: ThreadCommands[Name]['payload'], acknowledge: Acknowledge<ThreadCommands[Name]['value']>) => void };

type Whereabouts = { [Name in keyof WhereaboutsCommands]: (command: WhereaboutsCommands[Name]['payload'], acknowledge: Acknowledge<WhereaboutsCommands[Name]['value']>) => void };

/** What a client may send. */
export interface ClientCommands extends Sessions, Threads, Whereabouts {
  'section:join': (command: JoinSection, acknowledge: Acknowledge<JoinedSection>) => void;
  'section:leave': (command: LeaveSection, acknowledge: Acknowledge<null>) => void;
  'update:push': (frame: Uint8Array, acknowledge: Acknowledge<CommittedPush>) => void;
  'update:part': (frame: Uint8Array, acknowledge: Acknowledge<CommittedPush | null>) => void;
  'presence:move': (command: MovePresence) => void;
}

/** What the server sends unasked. */
export interface ServerEvents {
  'update:applied': (frame: Uint8Array) => void;
  'presence:changed': (news: PresenceNews) => void;
  'section:changed': (news: SectionNews) => void;
  'rights:changed': (news: { sectionId: string; mayWrite: Verdict }) => void;
  'outline:changed': (news: { documentId: string }) => void;
  'people:changed': (news: Record<string, never>) => void;
  /** To whoever is in the room. */
  'session:changed': (news: { session: SessionView }) => void;
  /** To the whole forum: one of its sessions is not what it was. */
  'sessions:changed': (news: { sessionId: string }) => void;
  /** To whoever is in the section and may read the thread. */
  'thread:changed': (news: ThreadNews) => void;
  /** To the connections of the mandate whose inbox it is. */
  'inbox:changed': (news: Record<string, never>) => void;
  /** To whoever watches who is where. */
  'whereabouts:changed': (news: WhereaboutsNews) => void;
  'connection:closing': (news: { code: number; problem: Problem }) => void;
}

/** Names that a client may send: everything else closes the connection. */
export const CLIENT_COMMANDS = ['section:join', 'section:leave', 'update:push', 'update:part', 'presence:move', ...SESSION_COMMANDS, ...THREAD_COMMANDS, ...WHEREABOUTS_COMMANDS] as const;

const EVENTS: Readonly<Record<keyof ServerEvents, true>> = {
  'update:applied': true,
  'presence:changed': true,
  'section:changed': true,
  'rights:changed': true,
  'outline:changed': true,
  'people:changed': true,
  'session:changed': true,
  'sessions:changed': true,
  'thread:changed': true,
  'inbox:changed': true,
  'whereabouts:changed': true,
  'connection:closing': true,
};

/** Names that a server may send. */
export const SERVER_EVENTS: readonly string[] = Object.keys(EVENTS);

export const CLOSE_CODES = {
  badInput: 4400,
  login: 4401,
  revoked: 4403,
  tooSlow: 4408,
  outdated: 4409,
  rate: 4429,
  draining: 4503,
} as const;

