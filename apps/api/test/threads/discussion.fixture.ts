import { BODY, decodeApplied, placesOf, resolveAnchor, RunningText } from '@expert-forum/collab';
import type { AnchorView, CLIENT_COMMANDS, ThreadView, WordPlaces } from '@expert-forum/contracts';
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { KeepOutline } from '../../src/features/documents/keep-outline.js';
import { SectionRoles } from '../../src/features/documents/section-roles.js';
import type { InstallationPerformer } from '../../src/platform/ledger/performer.js';
import { RawConnection } from '../drafting/raw-connection.fixture.js';
import { TestForum, type Person } from '../people/forum.fixture.js';

export const TEXT = ['The Hub is a shared platform.', 'It is a network of equal nodes, with a light legal form.', 'Costs are shared.'];

export type Who =
  | 'expert'
  | 'colleague'
  | 'focal'
  | 'stranger'
  | 'strangersFocal'
  | 'moderator'
  | 'rapporteur'
  | 'otherRapporteur'
  | 'translator'
  | 'observer'
  | 'secretariat';

/** Somebody who has the section open. */
export class Reader {
  /** The threads as this screen knows them, and every frame by which it got to know them. */
  readonly threads = new Map<string, ThreadView>();
  readonly heard: ThreadView[] = [];
  private waits: { isSo: (thread: ThreadView) => boolean; resolve: (thread: ThreadView) => void }[] = [];
  private n = 0;

  constructor(readonly raw: RawConnection) {
    raw.socket.on('thread:changed', ({ thread }: { thread: ThreadView }) => this.hear(thread));
    raw.socket.on('update:applied', (frame: Uint8Array) => {
      for (const { bytes } of decodeApplied(new Uint8Array(frame)).updates) Y.applyUpdate(raw.doc, bytes, 'server');
    });
  }

  /** @throws the code of the problem */
  async must(name: (typeof CLIENT_COMMANDS)[number], payload: object): Promise<ThreadView> {
    const answer = await this.raw.ask<ThreadView>(name, payload);
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value;
  }

  /** Where some words stand in the text as this reader has it. */
  places(words: string): WordPlaces {
    const text = this.text;
    const from = text.string.indexOf(words);
    if (from < 0) throw new RangeError(`nobody wrote "${words}"`);
    return placesOf(text, { from, to: from + words.length });
  }

  get text(): RunningText {
    return new RunningText(this.raw.doc.getXmlFragment(BODY));
  }

  /** The words of an anchor in this reader's text. */
  words(anchor: AnchorView): string {
    const range = resolveAnchor(this.text, anchor);
    return range === null ? '' : this.text.string.slice(range.from, range.to);
  }

  /** Resolves when this reader's text has some words. */
  async untilWritten(words: string): Promise<void> {
    const { doc } = this.raw;
    if (this.text.string.includes(words)) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!this.text.string.includes(words)) return;
        doc.off('update', look);
        resolve();
      };
      doc.on('update', look);
    });
  }

  /** Changes the text and waits until it is received. */
  async write(work: (body: Y.XmlFragment) => void): Promise<void> {
    const answer = await this.raw.push([this.raw.change(work)], { firstN: ++this.n });
    if (!answer.ok) throw new Error(answer.problem.code);
  }

  /** Resolves with a thread as soon as this screen has been told what is waited for. */
  until(isSo: (thread: ThreadView) => boolean): Promise<ThreadView> {
    const known = [...this.threads.values()].find(isSo);
    return known === undefined ? new Promise((resolve) => this.waits.push({ isSo, resolve })) : Promise.resolve(known);
  }

  private hear(thread: ThreadView): void {
    this.heard.push(thread);
    const known = this.threads.get(thread.id);
    if (known !== undefined && known.version >= thread.version) return;
    this.threads.set(thread.id, thread);
    const met = this.waits.filter(({ isSo }) => isSo(thread));
    this.waits = this.waits.filter((wait) => !met.includes(wait));
    met.forEach(({ resolve }) => resolve(thread));
  }
}

/** A section that two centres discuss, with somebody of every role. `expert`, `colleague` and `focal` are of one centre. */
export class Discussion {
  private readonly readers: Reader[] = [];

  private constructor(
    readonly forum: TestForum,
    readonly by: InstallationPerformer,
    readonly people: Readonly<Record<Who, Person>>,
    readonly centres: { readonly own: string; readonly other: string },
    readonly documentId: string,
    readonly chapterId: string,
    readonly sectionId: string,
  ) {}

  static async start(environment?: Readonly<Record<string, string>>): Promise<Discussion> {
    const forum = await TestForum.start(environment);
    const by = await forum.open();
    const own = await forum.centre(by, 'UZB-CTP');
    const other = await forum.centre(by, 'JPN-HDP');
    const people: Record<Who, Person> = {
      expert: await forum.person(by, { role: 'expert', centreId: own }),
      colleague: await forum.person(by, { role: 'expert', centreId: own }),
      focal: await forum.person(by, { role: 'focal_point', centreId: own }),
      stranger: await forum.person(by, { role: 'expert', centreId: other }),
      strangersFocal: await forum.person(by, { role: 'focal_point', centreId: other }),
      moderator: await forum.person(by, { role: 'moderator' }),
      rapporteur: await forum.person(by, { role: 'rapporteur' }),
      otherRapporteur: await forum.person(by, { role: 'rapporteur' }),
      translator: await forum.person(by, { role: 'translator' }),
      observer: await forum.person(by, { role: 'observer' }),
      secretariat: await forum.person(by, { role: 'secretariat' }),
    };
    const outline = forum.app.get(KeepOutline, { strict: false });
    const roles = forum.app.get(SectionRoles, { strict: false });
    const document = await outline.createDocument(by, { en: 'Strategy' });
    const chapter = await outline.add(by, document.id, { title: { en: 'Digital' } });
    await roles.setRapporteur(by, chapter.id, people.rapporteur.mandateId);
    const section = await outline.add(by, document.id, { parentId: chapter.id, title: { en: 'Hub' } }, { blocks: TEXT });
    for (const drafter of [people.expert, people.stranger]) await roles.nameDrafter(by, section.id, drafter.mandateId);
    return new Discussion(forum, by, people, { own, other }, document.id, chapter.id, section.id);
  }

  async stop(): Promise<void> {
    this.readers.forEach(({ raw }) => raw.close());
    await this.forum.stop();
  }

  /** @param url of another node */
  async read(who: Who, url = this.forum.url): Promise<Reader> {
    const person = this.people[who];
    const { ticket } = await this.must<{ ticket: string }>(who, 'POST', 'tickets', { mandateId: person.mandateId });
    const reader = new Reader(await RawConnection.open(url, { ticket }));
    this.readers.push(reader);
    await reader.raw.join(this.sectionId);
    return reader;
  }

  ask(who: Who, method: Parameters<TestForum['ask']>[1], path: string, body?: object): ReturnType<TestForum['ask']> {
    return this.forum.ask(this.people[who], method, path, body);
  }

  /** Does it, or fails the test with what was answered. */
  async must<T = ThreadView>(who: Who, method: Parameters<TestForum['ask']>[1], path: string, body?: object): Promise<T> {
    const { status, body: answer } = await this.ask(who, method, path, body);
    if (status >= 300) throw new Error(`${who} ${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** A thread about some words, over HTTP. */
  open(who: Who, reader: Reader, change: Readonly<Record<string, unknown>> & { readonly about?: string } = {}): Promise<ThreadView> {
    const { about = 'light legal form', ...more } = change;
    return this.must(who, 'POST', `sections/${this.sectionId}/threads`, this.newThread(reader.places(about), more));
  }

  newThread(words: WordPlaces, change: object = {}): object {
    return { key: randomUUID(), visibility: 'forum', words, body: 'Which form is meant?', mentions: [], ...change };
  }

  async list(who: Who): Promise<ThreadView[]> {
    return (await this.must<{ threads: ThreadView[] }>(who, 'GET', `sections/${this.sectionId}/threads`)).threads;
  }

  ledger(): Promise<{ verb: string; object: Record<string, string>; centreId: string | null; payload: Record<string, unknown> }[]> {
    return this.forum.dataSource.query(
      `SELECT verb, object, centre_id AS "centreId", payload FROM ledger JOIN ledger_payload USING (forum_id, seq)
        WHERE forum_id = $1 AND verb ~ '^(thread|comment):' ORDER BY seq`,
      [this.by.forumId],
    );
  }
}
