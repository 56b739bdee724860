import { PHASES, type Phase, type Verdict } from '@expert-forum/domain';
import type { ClientProblem } from './forum-problem.js';
import type { Person } from './presence.js';
import type { Answer } from './socket-port.js';

export interface Rights {
  /** Whether this member may type here now. */
  readonly mayWrite: Verdict;
  readonly phase: Phase;
  /** Ms since 1970. */
  readonly phaseChangedAt: number;
}

export interface JoinAnswer extends Rights {
  readonly channel: number;
  readonly epoch: number;
  readonly schema: number;
  readonly seq: number;
  readonly leases: readonly { readonly lease: number; readonly lastN: number }[];
  readonly granted: readonly number[];
  readonly state: Uint8Array;
}

interface JoinedValue extends Omit<JoinAnswer, 'state' | 'phaseChangedAt'> {
  readonly phaseChangedAt: string;
  readonly state: Uint8Array | ArrayBuffer;
}

export type PushOutcome =
  | { kind: 'committed'; n: number; firstSeq: number; lastSeq: number }
  /** A part that is not the last one. */
  | { kind: 'taken' }
  /** Send the same bytes again, after a new join (R17). */
  | { kind: 'resync' }
  /** Final from number `n` on. */
  | { kind: 'rejected'; n: number; problem: ClientProblem }
  | { kind: 'unknown' };

export type JoinOutcome = { kind: 'done'; value: JoinAnswer } | { kind: 'refused'; problem: ClientProblem } | { kind: 'unknown' };

type Fields<T> = { [Name in keyof T]?: unknown };
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Inside an answer binary values come as ArrayBuffer in browsers and as Buffer in Node. */
const bytesOf = (value: Uint8Array | ArrayBuffer): Uint8Array => (value instanceof Uint8Array ? value.slice() : new Uint8Array(value));

const isJoined = (value: unknown): value is JoinedValue => {
  const fields: Fields<JoinedValue> = isObject(value) ? value : {};
  return typeof fields.channel === 'number' && (fields.state instanceof Uint8Array || fields.state instanceof ArrayBuffer);
};

export function readJoinAnswer(answer: Answer): JoinOutcome {
  if (answer.kind !== 'done') return answer;
  if (!isJoined(answer.value)) return { kind: 'unknown' };
  const { state, phaseChangedAt, ...rest } = answer.value;
  return { kind: 'done', value: { ...rest, state: bytesOf(state), phaseChangedAt: Date.parse(phaseChangedAt) } };
}

interface Committed { n: number; firstSeq: number; lastSeq: number }
const isCommitted = (value: unknown): value is Committed =>
  isObject(value) && typeof value.n === 'number' && typeof value.firstSeq === 'number' && typeof value.lastSeq === 'number';

/** `firstN` is the number of the first update that was sent: a refusal that names none is about all of them. */
export function readPushOutcome(answer: Answer, firstN: number): PushOutcome {
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'done') return isCommitted(answer.value) ? { kind: 'committed', ...answer.value } : { kind: 'taken' };
  const { problem } = answer;
  return problem.kind === 'rejected' ? { kind: 'rejected', n: problem.n ?? firstN, problem } : { kind: 'resync' };
}

export interface SectionNews {
  readonly epoch?: number;
  readonly rights: Partial<Rights>;
}

/** What an announcement means for an open section; null if nothing. */
export function readSectionNews(name: string, payload: unknown, sectionId: string): SectionNews | null {
  if (!isObject(payload)) return null;
  if (name === 'rights:changed' && payload.sectionId === sectionId && isVerdict(payload.mayWrite)) {
    return { rights: { mayWrite: payload.mayWrite } };
  }
  const section = payload.section;
  if (name !== 'section:changed' || !isObject(section) || section.id !== sectionId) return null;
  const { phase, phaseChangedAt, epoch } = section;
  return {
    ...(typeof epoch === 'number' ? { epoch } : {}),
    rights: {
      ...(isPhase(phase) ? { phase } : {}),
      ...(typeof phaseChangedAt === 'string' ? { phaseChangedAt: Date.parse(phaseChangedAt) } : {}),
    },
  };
}

const isPhase = (value: unknown): value is Phase => PHASES.some((phase) => phase === value);

const isVerdict = (value: unknown): value is Verdict =>
  isObject(value) && (value.ok === true || (value.ok === false && typeof value.problem === 'string'));

/** The people in a section, from the server's picture of it; null if it is about another section. */
export function readPeople(name: string, payload: unknown, channel: number): Person[] | null {
  if (name !== 'presence:changed' || !isObject(payload) || payload.channel !== channel || !Array.isArray(payload.people)) return null;
  return payload.people.filter(isPerson);
}

const isPerson = (value: unknown): value is Person =>
  isObject(value) && typeof value.connection === 'string' && typeof value.colour === 'string' && 'cursor' in value;
