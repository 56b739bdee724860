import { BODY, resolveAnchor, RunningText, type Anchor } from '@expert-forum/collab';
import type { ThreadView, WordPlaces } from '@expert-forum/contracts';
import type * as Y from 'yjs';
import type { LedgerEntry } from '../../../src/platform/ledger/ledger-entry.js';
import type { MemoryThread, SimulatedDatabase } from '../database/simulated-database.js';
import { demand } from '../promise-broken.js';
import type { SimulatedPage } from '../simulated-page.js';
import { isSign } from '../words.js';
import { isThread, type Sent } from './simulated-notes.js';

/** Words that a thread was given, and at which text. */
interface Given {
  readonly anchor: Anchor;
  readonly seq: number;
}

/**
 * Signs, which nobody types twice: those of the thread, and the very characters that stood elsewhere. A sign that was moved or
 * brought back into the words of a thread is another character, and has become one of them.
 */
interface Signs {
  readonly own: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
}

/** What the ledger calls what is asked for. */
const VERBS: Readonly<Record<Sent['name'], string>> = {
  'thread:open': 'thread:opened',
  'thread:resolve': 'thread:resolved',
  'thread:reopen': 'thread:reopened',
  'thread:attach': 'thread:attached',
  'comment:add': 'comment:added',
  'comment:edit': 'comment:edited',
  'comment:remove': 'comment:removed',
};

/** The text at some moments of the log. */
export type Replay = (seqs: readonly number[], at: (seq: number, doc: Y.Doc) => void) => void;

/** Compares what is said about threads with what is kept, and where they stand with how their words read. */
export class ThreadWitness {
  private readonly given = new Map<string, Given>();
  /** Threads by the keys under which comments were sent. */
  private readonly written = new Map<string, string>();
  /** How often something was done to a thread, for all that its doers know. */
  private readonly done = new Map<string, number>();

  constructor(private readonly database: SimulatedDatabase) {}

  anchored(threadId: string, anchor: Anchor, seq: number): void {
    this.given.set(threadId, { anchor, seq });
  }

  /** What is a centre's alone is said to its members alone (TH1). */
  says(data: readonly unknown[], loginId: string): void {
    const views = data.flatMap((each) => viewsIn(each));
    this.hears(views, loginId);
  }

  hears(views: readonly ThreadView[], loginId: string): void {
    const stranger = views.find(({ centreId }) => centreId !== null && centreId !== this.centreOf(loginId));
    demand(stranger === undefined, `a thread of ${stranger?.centreId} was told to ${loginId}, of ${this.centreOf(loginId)}`);
  }

  /** What was acknowledged is kept, and the ledger tells of it: a comment under its key, anything else as often as it was done. */
  isAcknowledged({ id, version }: ThreadView, { name, payload }: Sent): void {
    const kept = this.database.threads.get(id);
    demand(kept !== undefined && kept.version >= version, `version ${version} of a thread was acknowledged, and ${kept?.version} is kept`);
    if ('key' in payload) return void this.written.set(payload.key, id);
    const times = 1 + (this.done.get(`${name} ${id}`) ?? 0);
    this.done.set(`${name} ${id}`, times);
    demand(times <= this.told(id, VERBS[name]).length, `${name} was acknowledged and is not in the ledger`);
  }

  /** null when every page shows the threads it may see, as they are kept; else what is amiss (TH15, TH18). */
  unrest({ name, notes, person }: SimulatedPage): string | null {
    for (const thread of this.database.threads.values()) {
      const shown = notes.threads.get(thread.id);
      const isVisible = thread.centreId === null || thread.centreId === this.centreOf(person.loginId);
      if (!isVisible && shown !== undefined) return `${name} shows a thread of ${thread.centreId}`;
      if (isVisible && (shown === undefined || !isShownAsKept(shown, thread))) return `${name} shows ${shown === undefined ? 'nothing' : `version ${shown.version}`} of a thread at ${thread.version}`;
    }
    return null;
  }

  /** @param replay of the log, which ends with `head` */
  atRest(pages: readonly SimulatedPage[], replay: Replay, head: number): void {
    for (const [key, id] of this.written) {
      const written = [...this.database.threads.values()].flatMap((thread) => thread.comments.filter((comment) => comment.key === key).map(() => thread.id));
      demand(written.length === 1 && written[0] === id, `what was sent under ${key} and acknowledged is kept ${written.length} times`);
    }
    const threads = [...this.database.threads.values()];
    for (const thread of threads) this.isAsTold(thread);
    const signs = new Map<string, Signs>();
    const seqs = [...this.given.values()].map(({ seq }) => seq).concat(threads.map(({ anchorSeq }) => anchorSeq), head);
    replay(seqs, (seq, doc) => {
      const text = new RunningText(doc.getXmlFragment(BODY));
      for (const thread of threads) {
        const given = this.given.get(thread.id);
        if (given?.seq === seq) signs.set(thread.id, signsAt(text, given.anchor));
        if (thread.anchorSeq === seq) isQuotedAsItReads(thread, text);
      }
      // Where nobody has the section open nobody looks, and whoever opens it next does.
      if (seq === head && pages.length > 0) threads.forEach((thread) => stands(thread, text, { given: this.given.get(thread.id)?.anchor, signs: signs.get(thread.id) }, pages));
    });
  }

  /** A thread is what the ledger says was done to it. */
  private isAsTold({ id, state, comments }: MemoryThread): void {
    const settled = this.told(id, 'thread:opened', 'thread:resolved', 'thread:reopened').at(-1);
    demand(settled?.verb === `thread:${state === 'open' ? 'opened' : state}`, `a thread is ${state}, and last ${settled?.verb}`);
    const said = this.told(id, 'thread:opened', 'comment:added').length;
    demand(said === comments.length, `a thread has ${comments.length} comments of ${said} that were kept`);
  }

  private told(id: string, ...verbs: readonly string[]): LedgerEntry[] {
    return this.database.ledger.filter(({ verb, object }) => object['thread'] === id && verbs.includes(verb));
  }

  private centreOf(loginId: string): string | null {
    const memberId = this.database.logins.get(loginId)?.memberId;
    return [...this.database.mandates.values()].find((mandate) => mandate.memberId === memberId)?.centreId ?? null;
  }
}

/** A thread stands on words of its own, at the same place on every screen, or is detached and keeps its quote (TH12, TH13, TH15). */
function stands(thread: MemoryThread, text: RunningText, { given, signs }: { given: WordPlaces | undefined; signs: Signs | undefined }, pages: readonly SimulatedPage[]): void {
  const { anchor, isDetached } = thread;
  if (isDetached) {
    demand(anchor.quote.text !== '', 'a detached thread has no quote');
    const hasEnd = given !== undefined && (text.holds(given.start) || text.holds(given.end));
    demand(!hasEnd, `a thread is detached although an end of "${anchor.quote.text}" still stands where it stood`);
    return;
  }
  const range = resolveAnchor(text, anchor);
  demand(range !== null, `a thread about "${anchor.quote.text}" stands on nothing`);
  if (range === null) return;
  const words = text.string.slice(range.from, range.to);
  const isOwn = [...words].some((sign) => signs?.own.has(sign) === true);
  const isForeign = [...words].some((_, index) => signs?.foreign.has(characterAt(text, range.from + index)) === true);
  demand(isOwn || !isForeign, `a thread about "${anchor.quote.text}" stands on "${words}", which are others`);
  for (const { name, section, notes } of pages) {
    const shown = notes.threads.get(thread.id);
    if (shown === undefined) continue;
    const screen = new RunningText(section.doc.getXmlFragment(BODY));
    const place = resolveAnchor(screen, shown.anchor);
    const isSame = place !== null && place.from === range.from && place.to === range.to && screen.string === text.string;
    demand(isSame, `${name} shows a thread at ${place?.from}–${place?.to}, where the forum has ${range.from}–${range.to}`);
  }
}

/** Its words, as they were kept with it, are those of the text at which it was set. */
function isQuotedAsItReads({ anchor, isDetached }: MemoryThread, text: RunningText): void {
  const range = isDetached ? null : resolveAnchor(text, anchor);
  const [kept] = anchor.wordings;
  if (range === null || kept === undefined) return;
  const words = text.string.slice(range.from, range.to);
  demand(kept.length > kept.text.length || kept.text === words, `a thread keeps "${kept.text}" and stands on "${words}"`);
}

function signsAt(text: RunningText, anchor: Anchor): Signs {
  const range = resolveAnchor(text, anchor);
  const own = new Set<string>();
  const foreign = new Set<string>();
  for (let at = 0; at < text.string.length; at += 1) {
    const sign = text.string.charAt(at);
    if (!isSign(sign)) continue;
    if (range !== null && range.from <= at && at < range.to) own.add(sign);
    else foreign.add(characterAt(text, at));
  }
  return { own, foreign };
}

function characterAt(text: RunningText, at: number): string {
  const { client, clock } = text.characterAt(at);
  return `${client} ${clock}`;
}

const isShownAsKept = (shown: ThreadView, { version, isDetached, state, comments, anchor }: MemoryThread): boolean =>
  shown.version === version && shown.isDetached === isDetached && shown.state === state && shown.comments.length === comments.length && placeOf(shown.anchor) === placeOf(anchor);

const placeOf = ({ start, end }: Pick<Anchor, 'start' | 'end'>): string => [start.client, start.clock, end.client, end.clock].join(' ');

function viewsIn(said: unknown): ThreadView[] {
  if (isThread(said)) return [said];
  if (typeof said !== 'object' || said === null || ArrayBuffer.isView(said)) return [];
  return Object.values(said).flatMap(viewsIn);
}
