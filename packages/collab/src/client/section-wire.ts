import type { CommittedPush, JoinedSection, PresenceNews, SectionNews } from '@expert-forum/contracts';
import type { Verdict } from '@expert-forum/domain';
import type { ClientProblem } from './forum-problem.js';
import type { Cursor, PeopleNews } from './presence.js';
import type { Answer } from './socket-port.js';

/** What the server says about a section and this member's part in it. */
export interface Standing extends Pick<JoinedSection, 'phase'> {
  /** Whether this member may type here now. */
  readonly mayWrite: Verdict;
  /** Ms since 1970. */
  readonly phaseChangedAt: number;
}

export interface JoinAnswer extends Omit<JoinedSection, 'phaseChangedAt'>, Standing {
  readonly phaseChangedAt: number;
}

export type JoinOutcome = { kind: 'done'; value: JoinAnswer } | { kind: 'refused'; problem: ClientProblem } | { kind: 'unknown' };

export type PushOutcome =
  | ({ kind: 'committed' } & CommittedPush)
  /** A part that is not the last one. */
  | { kind: 'taken' }
  /** Send the same bytes again, after a new join (R17). */
  | { kind: 'resync' }
  /** Final from number `n` on. */
  | { kind: 'rejected'; n: number; problem: ClientProblem }
  | { kind: 'unknown' };

export function readJoinAnswer(answer: Answer): JoinOutcome {
  if (answer.kind !== 'done') return answer;
  if (!isJoined(answer.value)) return { kind: 'unknown' };
  const { state, phaseChangedAt, ...rest } = answer.value;
  return { kind: 'done', value: { ...rest, state: bytesOf(state), phaseChangedAt: Date.parse(phaseChangedAt) } };
}

/** `firstN` is the number of the first update that was sent: a refusal that names none is about all of them. */
export function readPushOutcome(answer: Answer, firstN: number): PushOutcome {
  if (answer.kind === 'unknown') return answer;
  if (answer.kind === 'done') return isCommitted(answer.value) ? { kind: 'committed', ...answer.value } : { kind: 'taken' };
  const { problem } = answer;
  return problem.kind === 'rejected' ? { kind: 'rejected', n: problem.n ?? firstN, problem } : { kind: 'resync' };
}

export interface Change {
  readonly epoch?: number;
  readonly standing: Partial<Standing>;
}

/** What an announcement changes for an open section; null if nothing. */
export function readChange(name: string, payload: unknown, sectionId: string): Change | null {
  if (name === 'rights:changed' && isRights(payload)) {
    return payload.sectionId === sectionId ? { standing: { mayWrite: payload.mayWrite } } : null;
  }
  if (name !== 'section:changed' || !isSectionNews(payload) || payload.section.id !== sectionId) return null;
  const { epoch, phase, phaseChangedAt } = payload.section;
  return { epoch, standing: { phase, phaseChangedAt: Date.parse(phaseChangedAt) } };
}

/** What the server says about the people in a section; null if this is something else. */
export function readPeople(name: string, payload: unknown): PeopleNews | null {
  if (name !== 'presence:changed' || !isPresence(payload)) return null;
  const people = payload.people.map((person) => ({ ...person, cursor: isCursor(person.cursor) ? person.cursor : null }));
  return { ...payload, people };
}

/** Inside an answer binary values come as ArrayBuffer in browsers and as Buffer in Node. */
const bytesOf = (value: Uint8Array | ArrayBuffer): Uint8Array => (value instanceof Uint8Array ? value.slice() : new Uint8Array(value));

// What the server sends is typed by the contracts; these look only at what tells one shape from another.
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isJoined = (value: unknown): value is Omit<JoinedSection, 'state'> & { state: Uint8Array | ArrayBuffer } =>
  isObject(value) && typeof value.channel === 'number' && (value.state instanceof Uint8Array || value.state instanceof ArrayBuffer);

const isCommitted = (value: unknown): value is CommittedPush => isObject(value) && typeof value.n === 'number';

const isRights = (value: unknown): value is { sectionId: string; mayWrite: Verdict } => isObject(value) && isObject(value.mayWrite);

const isSectionNews = (value: unknown): value is SectionNews => isObject(value) && isObject(value.section);

const isPresence = (value: unknown): value is PresenceNews => isObject(value) && Array.isArray(value.people) && Array.isArray(value.gone);

/** Another member's program sent it: the anchors may be anything. */
const isCursor = (value: unknown): value is Cursor => isObject(value) && 'anchor' in value && 'head' in value;
