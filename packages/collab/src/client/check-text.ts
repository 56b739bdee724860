import { LIMITS } from '@expert-forum/domain';
import { toDocumentJson, type NodeJson } from '../canonical/document-json.js';
import { followText } from './follow-text.js';
import type { Runtime } from './runtime.js';
import type { SettledAt } from './section.js';
import type { SectionConnection } from './section-connection.js';

/** A text that differs again and again is not mended by loading it. */
const MOST_RELOADS = 3;

/** What a screen says of its text, for the server to compare. */
export interface TextHashes extends SettledAt {
  /** Of the shared document, and of what the editor shows of it. */
  readonly document: string;
  readonly editor: string | null;
}

export interface TextCheck {
  readonly section: Pick<SectionConnection, 'doc' | 'settledAt' | 'reload' | 'on' | 'statusDetails'>;
  readonly runtime: Runtime;
  /** What the editor shows; null while there is none. */
  readonly shown: () => NodeJson | null;
  /** The content hash of a document, made off the thread that the screen needs. */
  readonly hash: (document: NodeJson) => Promise<string>;
  /** The server's answer; `elsewhere`: its text has gone on meanwhile. */
  readonly compare: (hashes: TextHashes) => Promise<'same' | 'different' | 'elsewhere'>;
  /** The text here was another one, and is being loaded again. */
  readonly onDifferent: () => void;
}

/**
 * Compares the text of a screen with the server's once it rests, at most every 30 s and at every freeze, and loads it again if it
 * is another one (R2). A question that fails is asked again with the next change.
 */
export function checkText({ section, runtime, shown, hash, compare, onDifferent }: TextCheck): () => void {
  let [lastAt, checked] = [-Infinity, ''];
  let waiting: (() => void) | null = null;
  let isBusy = false;
  let reloads = 0;
  let isFrozen = section.statusDetails.word === 'readonly';
  let isOver = false;

  const placeOf = (at: SettledAt | null): string => (at === null ? '' : `${at.epoch}/${at.seq}`);
  const isStill = (place: string): boolean => !isOver && placeOf(section.settledAt()) === place;

  const check = async (): Promise<void> => {
    waiting = null;
    const at = section.settledAt();
    if (at === null) return; // the status changes when it has settled
    const place = placeOf(at);
    isBusy = true;
    lastAt = runtime.now();
    try {
      const editor = shown();
      const document = await hash(toDocumentJson(section.doc));
      const hashes = { ...at, document, editor: editor && (await hash(editor)) };
      if (!isStill(place)) return;
      const answer = await compare(hashes);
      if (answer !== 'elsewhere') checked = place;
      if (answer !== 'different' || !isStill(place)) return;
      onDifferent();
      reloads += 1;
      if (reloads <= MOST_RELOADS) section.reload();
    } catch {
      // the line is cut, or the server is busy
    } finally {
      isBusy = false;
      consider();
    }
  };

  const consider = (): void => {
    const wasFrozen = isFrozen;
    isFrozen = section.statusDetails.word === 'readonly';
    if (isFrozen && !wasFrozen) {
      lastAt = -Infinity;
      waiting?.();
      waiting = null;
    }
    if (isOver || isBusy || waiting !== null || ['', checked].includes(placeOf(section.settledAt()))) return;
    const { every, spread } = LIMITS.textCheck;
    waiting = runtime.after(Math.max(0, lastAt + every - runtime.now()) + runtime.random() * spread, () => void check());
  };

  const stop = followText(section, consider);
  return () => {
    isOver = true;
    stop();
    waiting?.();
  };
}
