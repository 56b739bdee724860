/** Whose text it is: everything on the device is kept by member and mandate, because devices are shared (R20). */
export interface Identity {
  readonly memberId: string;
  readonly mandateId: string;
}

export interface SectionKey extends Identity {
  readonly sectionId: string;
}

/** An update of this device that no server has acknowledged: the bytes as Yjs emitted them, never re-cut or merged (R4, R5). */
export interface OutboxRow {
  readonly epoch: number;
  readonly lease: number;
  /** Dense number within the lease, from 1. */
  readonly n: number;
  readonly bytes: Uint8Array;
  /** When it was typed, in ms since 1970. */
  readonly at: number;
}

/** The collected state of the text at `seq`. */
export interface TextBase {
  readonly epoch: number;
  readonly schema: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** When the server last sent or acknowledged something, in ms since 1970. */
  readonly at: number;
}

/** Committed updates that came after the base; `seq` is that of the last of them. */
export interface TextRow {
  readonly seq: number;
  readonly updates: readonly Uint8Array[];
  readonly at: number;
}

/** What the server has confirmed, as far as this device knows. */
export interface CachedText {
  readonly base: TextBase;
  /** In ascending `seq`. */
  readonly rows: readonly TextRow[];
}

/** An unused lease kept for typing after an offline reload (R1). */
export interface SpareLease {
  readonly epoch: number;
  readonly lease: number;
}

/** A paragraph whose change was refused, or could not be sent after an epoch ended. Kept until its author removes it (R17). */
export interface TrayItem {
  readonly id: string;
  readonly sectionId: string;
  /** Null for text outside any identified paragraph. */
  readonly paragraphId: string | null;
  readonly textBefore: string;
  readonly textAfter: string;
  /** When it was typed, in ms since 1970. */
  readonly at: number;
  /** The mandate it was typed under. */
  readonly speakingAs: string;
  /** Code of the problem that refused it. */
  readonly problem: string;
}

export interface StoredSection {
  readonly text: CachedText | null;
  /** In the order of typing. */
  readonly outbox: readonly OutboxRow[];
  readonly spares: readonly SpareLease[];
  readonly tray: readonly TrayItem[];
}

/** What one section holds on this device for one member, for the question at sign-out. */
export interface UnsentSection {
  readonly key: SectionKey;
  readonly stored: StoredSection;
}

/**
 * Where a device keeps the sections it has opened. Each method is one transaction: when its promise resolves the change is on
 * disk, when it rejects nothing has changed. Calls take effect in the order in which they were made.
 */
export interface SectionStorage {
  load(key: SectionKey): Promise<StoredSection>;
  /**
   * Adds committed text and typed updates together, so that an update is never kept without the text it stands on. A spare lease
   * that has been typed under is a spare no more.
   */
  append(key: SectionKey, added: { text?: readonly TextRow[]; outbox?: readonly OutboxRow[] }): Promise<void>;
  /** Moves the lease's updates up to `n` from the outbox to the confirmed text. */
  confirm(key: SectionKey, acknowledged: { lease: number; n: number; seq: number; at: number }): Promise<void>;
  /** Sets a new base and forgets the rows it covers. An older base than the stored one is ignored: another tab was faster. */
  replaceBase(key: SectionKey, base: TextBase): Promise<void>;
  /** Takes refused updates out of the outbox and puts what they said into the tray, in one step (R17). */
  refuse(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void>;
  /**
   * Ends an epoch for one page: text, spare leases and the page's unsent updates go, what these said stays readable in the tray
   * (R19). Unsent updates of other pages are left to those.
   */
  endEpoch(key: SectionKey, refused: readonly OutboxRow[], items: readonly TrayItem[]): Promise<void>;
  addSpare(key: SectionKey, spare: SpareLease): Promise<void>;
  removeTrayItem(key: SectionKey, itemId: string): Promise<void>;
  /** Sections of a member with unsent updates or tray items. */
  unsent(memberId: string): Promise<UnsentSection[]>;
  /** Forgets everything of a member, after a sign-out. */
  clear(memberId: string): Promise<void>;
}
