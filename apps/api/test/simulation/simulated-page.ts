import {
  connectSection,
  type Device,
  type OpenSocket,
  type Runtime,
  type SectionConnection,
} from '@expert-forum/collab';
import { BareEditor, edit, EDITS, insert } from '@expert-forum/collab/testing';
import type { Person } from '../store/contract-world.js';
import type { Scheduler } from './scheduler.js';
import { wordsIn } from './words.js';

/** Everything a writer may do but type: it makes no words. */
const CHANGES = Object.entries(EDITS).filter(([name]) => !['letter', 'word', 'paste'].includes(name));

/** A paste that travels in several parts, now and then. */
const LARGE = { share: 0.003, characters: 80_000 };

/** Somebody with a device, who types words that nobody else types: one sign each, so that no edit can cut one in two. */
export class SimulatedPage {
  /** What this writer typed, and has not removed before anybody else could see it. */
  readonly words = new Set<string>();
  section: SectionConnection;
  private editor: BareEditor;
  private ids = 0;

  constructor(
    readonly name: string,
    readonly person: Person,
    readonly device: Device,
    private readonly sectionId: string,
    private readonly scheduler: Scheduler,
    private readonly surroundings: { openSocket: OpenSocket; runtime: Runtime },
    private readonly nextWord: () => string,
  ) {
    this.section = this.open();
    this.editor = this.mount();
  }

  /** Types a word, or changes what is there. */
  write(): void {
    if (!this.section.statusDetails.isEditable) return;
    const [from, width] = [this.scheduler.chance(), this.scheduler.chance() < 0.7 ? 0 : this.scheduler.chance()];
    const before = this.text;
    const word = this.scheduler.happens(0.65) ? this.nextWord() : null;
    const [name, change] = this.scheduler.pick(CHANGES) ?? ['', null];
    this.scheduler.note(`${this.name} ${word === null ? `does ${name}` : `types ${word}`}`);
    if (word !== null) this.words.add(word);
    const length = this.scheduler.happens(LARGE.share) ? LARGE.characters : 0;
    edit(this.editor, word === null && change !== null ? change : insert(`${word ?? ''}${'x'.repeat(length)}`), from, width);
    const after = this.text;
    for (const own of [...this.words]) if ((before.includes(own) || own === word) && !after.includes(own)) this.words.delete(own);
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
    this.editor = this.mount();
  }

  async close(): Promise<void> {
    this.editor.destroy();
    await this.section.destroy();
  }

  private open(): SectionConnection {
    const { loginId, mandateId } = this.person;
    const section = connectSection({
      url: 'http://forum',
      ticket: async () => {
        await this.scheduler.travel(`${this.name} asks for a ticket`);
        return loginId;
      },
      sectionId: this.sectionId,
      surroundings: this.surroundings,
      device: this.device,
      identity: { memberId: loginId, mandateId },
    });
    section.synced.catch(() => undefined);
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

