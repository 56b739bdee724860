import { BODY, followAnchor, resolveAnchor, RunningText, type Anchored, type WordRange } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { Moved, StoredAnchor } from './anchors.repository.js';

type StateVector = ReadonlyMap<number, number>;

interface Followed {
  /** As the database has it. */
  stored: StoredAnchor;
  /** As the last look found it. */
  found: Anchored;
  /** What the text held when the words were last seen; null: not seen by this node yet. */
  seen: StateVector | null;
  /** The runs of text that the words are in; null: not known. */
  types: ReadonlySet<unknown> | null;
  lostAt: number | null;
}

/** Who cuts words puts them down elsewhere within this time. */
const RECENT_MS = 5 * 60_000;

/**
 * The threads of one section, as this node follows them through its text. Only what was touched is looked at: threads in runs
 * that were typed in, all of them when blocks came or went, and those that wait for their words to come back.
 */
export class FollowedSection {
  /** Of the text at the last look. */
  seq = 0;
  private readonly threads = new Map<string, Followed>();
  private readonly touched = new WeakMap<Y.Doc, Set<unknown>>();

  constructor(stored: readonly StoredAnchor[]) {
    stored.forEach((each) => this.take(each));
  }

  get isEmpty(): boolean {
    return this.threads.size === 0;
  }

  /** A thread as it is stored now: new, or moved by somebody else. */
  take(stored: StoredAnchor): void {
    this.threads.set(stored.id, { stored, found: stored, seen: null, types: null, lostAt: null });
  }

  /** What is found otherwise than it is stored. */
  moved(): Moved[] {
    return [...this.threads.values()].flatMap(({ stored, found }) => (found === stored ? [] : [{ before: stored, after: found }]));
  }

  /** This was stored; what was found since then is not. */
  keep({ before, after }: Moved): void {
    const followed = this.threads.get(before.id);
    if (followed?.stored !== before) return;
    followed.stored = { ...before, ...after, seq: this.seq };
    if (followed.found === after) followed.found = followed.stored;
  }

  /** Looks at the committed text. @param now milliseconds */
  look(doc: Y.Doc, seq: number, now: number): void {
    const touched = this.takeTouched(doc);
    const concerned = [...this.threads.values()].filter((followed) => isConcerned(followed, touched));
    const news = new News(doc);
    for (const followed of concerned) follow(followed, news, now);
    for (const followed of this.threads.values()) if (!followed.found.isDetached) followed.seen = news.head;
    this.seq = seq;
  }

  /** Since the last look at this document; null: it was not looked at before, or its blocks are others now. */
  private takeTouched(doc: Y.Doc): ReadonlySet<unknown> | null {
    const known = this.touched.get(doc);
    const touched = new Set<unknown>();
    this.touched.set(doc, touched);
    if (known === undefined) doc.on('afterTransaction', ({ changed }: Y.Transaction) => this.touch(doc, [...changed.keys()]));
    return known === undefined || [...known].some((type) => !(type instanceof Y.XmlText)) ? null : known;
  }

  private touch(doc: Y.Doc, types: readonly unknown[]): void {
    const touched = this.touched.get(doc);
    for (const type of types) touched?.add(type);
  }
}

function follow(followed: Followed, news: News, now: number): void {
  const { found, seen, lostAt } = followed;
  const inserted = seen && (() => news.since(seen));
  const isRecent = lostAt === null || now - lostAt < RECENT_MS;
  followed.found = followAnchor(news.text, found, { inserted, isRecent }) ?? found;
  const { anchor, isDetached } = followed.found;
  const range = isDetached ? null : resolveAnchor(news.text, anchor);
  followed.types = range && new Set(news.text.typesIn(range));
  followed.lostAt = isDetached ? (lostAt ?? now) : null;
}

function isConcerned({ found, types }: Followed, touched: ReadonlySet<unknown> | null): boolean {
  if (touched === null) return true;
  if (found.isDetached) return touched.size > 0;
  return types === null || [...types].some((type) => touched.has(type));
}

/** A document at one moment, read as far as it is asked about. */
class News {
  readonly head: StateVector;
  private readonly inserted = new Map<StateVector, WordRange[]>();
  private running: RunningText | null = null;

  constructor(private readonly doc: Y.Doc) {
    this.head = Y.decodeStateVector(Y.encodeStateVector(doc));
  }

  get text(): RunningText {
    return (this.running ??= new RunningText(this.doc.getXmlFragment(BODY)));
  }

  since(seen: StateVector): WordRange[] {
    const ranges = this.inserted.get(seen) ?? this.text.since(seen);
    this.inserted.set(seen, ranges);
    return ranges;
  }
}
