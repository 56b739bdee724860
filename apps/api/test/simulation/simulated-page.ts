import {
  connectSection,
  MemorySectionStorage,
  type Device,
  type ForumAddress,
  type OpenSocket,
  type Runtime,
  type SectionConnection,
  type SectionStorage,
} from '@expert-forum/collab/client';
import type { ThreadView } from '@expert-forum/contracts';
import { BareEditor, cut, edit, EDITS, insert, put } from '@expert-forum/collab/testing';
import type { Person } from '../store/contract-world.js';
import { SimulatedNotes, type NotesListener } from './discussion/simulated-notes.js';
import type { Scheduler } from './scheduler.js';
import { wordsIn } from './words.js';

/** What pages are made of; a mutant has other parts. */
export interface PageParts {
  makeStorage(): SectionStorage;
}

export const REAL_PAGE: PageParts = { makeStorage: () => new MemorySectionStorage() };

/** Everything a writer may do but type: it makes no words. */
const CHANGES = Object.entries(EDITS).filter(([name]) => !['letter', 'word', 'paste'].includes(name));

/** Of changes: what was typed is undone, some words are cut, and put down elsewhere. */
const MOVES = { undo: 0.12, cut: 0.1, put: 0.15 };

/** A paste that travels in several parts, now and then. */
const LARGE = { share: 0.003, characters: 80_000 };

/** Somebody with a device, who types words that nobody else types: one sign each, so that no edit can cut one in two. */
export class SimulatedPage {
  /** What this writer typed, and has not removed before anybody else could see it. */
  readonly words = new Set<string>();
  section: SectionConnection;
  notes: SimulatedNotes;
  private editor: BareEditor;
  private clipboard: Parameters<typeof put>[0] | null = null;
  private ids = 0;

  constructor(
    readonly name: string,
    readonly person: Person,
    readonly device: Device,
    private readonly sectionId: string,
    private readonly scheduler: Scheduler,
    private readonly surroundings: { openSocket: OpenSocket; runtime: Runtime },
    private readonly next: { word(): string; key(): string },
    private readonly reading: { readonly listener: NotesListener; list(person: Person): Promise<readonly ThreadView[]> },
  ) {
    this.section = this.open();
    this.notes = this.openNotes();
    this.editor = this.mount();
  }

  /** Does something about the threads of the section. */
  discuss(): void {
    this.notes.act(this.name, this.section.doc);
  }

  /** Types a word, or changes what is there. */
  write(): void {
    if (!this.section.statusDetails.isEditable) return;
    const [from, width] = [this.scheduler.chance(), this.scheduler.chance() < 0.7 ? 0 : this.scheduler.chance()];
    const before = this.text;
    const word = this.scheduler.happens(0.6) ? this.next.word() : null;
    const [name, change] = word === null ? this.change() : [`types ${word}`, insert(`${word}${this.scheduler.happens(LARGE.share) ? 'x'.repeat(LARGE.characters) : ''}`)];
    this.scheduler.note(`${this.name} ${name}`);
    if (word !== null) this.words.add(word);
    if (change === null) this.editor.undo.undo();
    else edit(this.editor, change, from, width);
    const after = this.text;
    for (const own of [...this.words]) if ((before.includes(own) || own === word) && !after.includes(own)) this.words.delete(own);
  }

  /** null: undoes what this writer did last. */
  private change(): [name: string, command: Parameters<typeof edit>[1] | null] {
    const move = this.scheduler.chance();
    if (move < MOVES.undo) return ['undoes', null];
    if (move < MOVES.undo + MOVES.cut) return ['cuts', cut((slice) => (this.clipboard = slice))];
    if (move < MOVES.undo + MOVES.cut + MOVES.put && this.clipboard !== null) return ['puts down', put(this.clipboard)];
    const [name, command] = this.scheduler.pick(CHANGES) ?? ['remove', EDITS.remove];
    return [`does ${name}`, command];
  }

  get text(): string {
    return this.section.doc.getXmlFragment('body').toString();
  }

  /** Words on this device that the text may not have: refused ones, and those that cannot be sent. */
  async kept(): Promise<Set<string>> {
    const unsent = (await this.device.storage.unsent(this.person.loginId)).map(({ stored }) => stored);
    const refused = unsent.flatMap(({ tray }) => tray).flatMap(({ textAfter }) => [...textAfter]);
    return new Set([...refused, ...wordsIn(unsent.flatMap(({ outbox }) => outbox).map(({ bytes }) => bytes))]);
  }

  async reload(): Promise<void> {
    await this.close();
    this.section = this.open();
    this.notes = this.openNotes();
    this.editor = this.mount();
  }

  async close(): Promise<void> {
    this.editor.destroy();
    this.notes.close();
    await this.section.destroy();
  }

  private readonly ticket = async (): Promise<string> => {
    await this.scheduler.travel(`${this.name} asks for a ticket`);
    return this.person.loginId;
  };

  private get address(): ForumAddress {
    return { url: 'http://forum', ticket: this.ticket, surroundings: this.surroundings };
  }

  private openNotes(): SimulatedNotes {
    const { sectionId, scheduler, person, reading, next } = this;
    return new SimulatedNotes(this.address, sectionId, scheduler, () => reading.list(person), next.key, reading.listener);
  }

  private open(): SectionConnection {
    const { loginId, mandateId } = this.person;
    const section = connectSection({
      ...this.address,
      sectionId: this.sectionId,
      device: this.device,
      identity: { memberId: loginId, mandateId },
    });
    section.synced.catch(() => undefined);
    let isJoined = false;
    section.on('status', ({ word }) => {
      const wasJoined = isJoined;
      isJoined = word === 'synced' || word === 'readonly';
      if (isJoined && !wasJoined) void this.notes.read();
    });
    section.on('replaced', () => {
      this.editor.destroy();
      this.editor = this.mount();
    });
    return section;
  }

  private mount(): BareEditor {
    return new BareEditor(this.section.doc, () => `p-${this.name}${String((this.ids += 1)).padStart(9, '0')}`);
  }
}

