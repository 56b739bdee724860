import { BODY, placesOf, RunningText } from '@expert-forum/collab';
import { openConnection, type Announcements, type ForumAddress } from '@expert-forum/collab/client';
import type { ThreadCommands, ThreadView, WordPlaces } from '@expert-forum/contracts';
import { DISPOSITIONS } from '@expert-forum/domain';
import type * as Y from 'yjs';
import type { Scheduler } from '../scheduler.js';

type Name = keyof ThreadCommands;
export interface Sent<Of extends Name = Name> {
  readonly name: Of;
  readonly payload: ThreadCommands[Of]['payload'];
}

const MOST_WORDS = 8;
/** Of what got no answer, what is sent again under its key. */
const RESENT = 0.8;

/** What a page is told, or lists. */
export interface NotesListener {
  /** From the list: every thread it holds. */
  listed(threads: readonly ThreadView[]): void;
  /** The forum has said that this was done. */
  acknowledged(thread: ThreadView, sent: Sent): void;
}

/** The threads of a section as one page shows them, and what its user does about them. */
export class SimulatedNotes {
  /** As they are shown: of two views the newer (TH18). */
  readonly threads = new Map<string, ThreadView>();
  private readonly forum: Announcements;
  private unanswered: Sent[] = [];

  constructor(
    address: ForumAddress,
    private readonly sectionId: string,
    private readonly scheduler: Scheduler,
    private readonly list: () => Promise<readonly ThreadView[]>,
    private readonly nextKey: () => string,
    private readonly listener: NotesListener,
  ) {
    this.forum = openConnection(address);
    this.forum.on('announcement', ({ name, payload }) => {
      if (name === 'thread:changed' && isNews(payload)) this.take(payload.thread);
    });
  }

  /** Opens, answers, settles or takes up again, or gives other words; or sends once more what got no answer. */
  act(name: string, doc: Y.Doc): void {
    if (this.forum.state !== 'open') return;
    const sent = this.again() ?? this.anything(doc);
    if (sent === null) return;
    this.scheduler.note(`${name} sends ${sent.name}`);
    void this.send(sent);
  }

  /** Threads are announced to whoever has joined the section: what was said before that is asked for. */
  async read(): Promise<void> {
    const threads = await this.list().catch(() => null);
    if (threads === null) return;
    this.listener.listed(threads);
    threads.forEach((thread) => this.take(thread));
  }

  close(): void {
    this.forum.close();
  }

  private again(): Sent | null {
    const [sent, ...others] = this.unanswered;
    if (sent === undefined) return null;
    this.unanswered = others;
    return this.scheduler.happens(RESENT) ? sent : null;
  }

  private anything(doc: Y.Doc): Sent | null {
    const act = this.scheduler.chance();
    const thread = this.scheduler.pick([...this.threads.values()]);
    if (thread === undefined || act < 0.35) return this.opening(doc);
    const threadId = thread.id;
    if (thread.isDetached && act < 0.7) return this.attaching(threadId, doc);
    if (act < 0.75) return { name: 'comment:add', payload: { threadId, key: this.nextKey(), body: 'A reply.', mentions: [] } };
    if (thread.state === 'resolved') return { name: 'thread:reopen', payload: { threadId } };
    return { name: 'thread:resolve', payload: { threadId, disposition: this.scheduler.pick(DISPOSITIONS) ?? 'noted', reason: 'Because.' } };
  }

  private opening(doc: Y.Doc): Sent | null {
    const words = this.words(doc);
    const visibility = this.scheduler.happens(0.4) ? 'centre' : 'forum';
    return words && { name: 'thread:open', payload: { sectionId: this.sectionId, key: this.nextKey(), visibility, words, body: 'A question.', mentions: [] } };
  }

  private attaching(threadId: string, doc: Y.Doc): Sent | null {
    const words = this.words(doc);
    return words && { name: 'thread:attach', payload: { threadId, ...words } };
  }

  /** Some words, often the last: where people type. */
  private words(doc: Y.Doc): WordPlaces | null {
    const text = new RunningText(doc.getXmlFragment(BODY));
    if (text.string.length === 0) return null;
    const from = this.scheduler.below(text.string.length);
    const to = Math.min(from + 1 + this.scheduler.below(MOST_WORDS), text.string.length);
    return placesOf(text, { from, to });
  }

  private async send(sent: Sent): Promise<void> {
    const answer = await this.forum.request(sent.name, sent.payload);
    if (answer.kind === 'unknown') this.unanswered.push(sent);
    if (answer.kind !== 'done' || !isThread(answer.value)) return;
    this.listener.acknowledged(answer.value, sent);
    this.take(answer.value);
  }

  private take(thread: ThreadView): void {
    const known = this.threads.get(thread.id);
    if (known === undefined || known.version < thread.version) this.threads.set(thread.id, thread);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export const isThread = (value: unknown): value is ThreadView => isObject(value) && 'comments' in value && 'visibility' in value;

const isNews = (value: unknown): value is { readonly thread: ThreadView } => isObject(value) && isThread(value['thread']);
