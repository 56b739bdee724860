import type * as Y from 'yjs';
import type { Connection } from './connection.js';
import type { Presence } from './presence.js';
import type { Runtime } from './runtime.js';
import { Section, type SectionEvents, type SettledAt } from './section.js';
import type { SectionStatus, StatusWord } from './section-status.js';
import { SectionText } from './section-text.js';
import { unsentOf, type UnsentParagraph } from './unsent-text.js';
import type { PageLocks } from './storage/page-locks.js';
import type { SectionKey, SectionStorage, TrayItem } from './storage/section-storage.js';

/** An open section: the shared text, and the truth about what has happened to it. */
export interface SectionConnection {
  /** The shared document; the text is `doc.getXmlFragment('body')`. Another object after every `replaced`. */
  readonly doc: Y.Doc;
  /** Resolves when the whole text has arrived; rejects with a ForumProblem if the server will not give it. */
  readonly synced: Promise<void>;
  /** Resolves when everything typed so far is acknowledged; rejects with a ForumProblem when some of it was refused. */
  saved(): Promise<void>;
  readonly status: StatusWord;
  /** What the status line says, with times. */
  readonly statusDetails: SectionStatus;
  /** Text that was refused, until it is dismissed. */
  readonly tray: readonly TrayItem[];
  dismiss(trayItemId: string): Promise<void>;
  /** What was typed here and is in no shared text: unsent updates and the tray, as words. */
  unsentText(): Promise<readonly UnsentParagraph[]>;
  readonly presence: Presence;
  /** Lets what others write wait outside the document until the answer is called, while a letter is being composed. */
  pause(): () => void;
  /** The content hash to compare with the server's at the same `seq` (R2); null while anything is under way. */
  contentHash(): { readonly seq: number; readonly hash: string } | null;
  /** How far the text here is exactly the server's; null while anything is under way. */
  settledAt(): SettledAt | null;
  /** Takes the whole text from the server once more, instead of what is here. */
  reload(): void;
  on<Name extends keyof SectionEvents>(
    event: Name,
    listener: (payload: SectionEvents[Name]) => void,
  ): () => void;
  /** Leaves the section. What is unsent stays on the device. */
  destroy(): Promise<void>;
}

export interface SectionParts {
  readonly connection: Connection;
  readonly storage: SectionStorage;
  readonly locks: PageLocks;
  readonly runtime: Runtime;
}

export function openSection(key: SectionKey, { connection, storage, locks, runtime }: SectionParts): SectionConnection {
  const text = new SectionText(key, storage, locks, runtime);
  const section = new Section(key.sectionId, text, connection, runtime);
  return {
    get doc() {
      return text.doc;
    },
    synced: section.firstSync.promise,
    saved: () => text.saved(),
    get status() {
      return section.status.word;
    },
    get statusDetails() {
      return section.status;
    },
    get tray() {
      return text.tray;
    },
    dismiss: (itemId) => text.dismiss(itemId),
    unsentText: () => unsentOf(storage, key),
    presence: section.presence,
    pause: () => text.pause(),
    contentHash: () => section.contentHash(),
    settledAt: () => section.settledAt(),
    reload: () => section.reload(),
    on: (event, listener) => section.events.on(event, listener),
    destroy: () => section.destroy(),
  };
}
