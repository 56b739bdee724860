import type { WordPlaces } from '@expert-forum/contracts';
import { VISIBILITIES, type Visibility } from '@expert-forum/domain';
import { EMPTY, type Wording } from './wording.js';
import { useKept } from './use-kept.js';

/** Words that somebody is about to comment on. */
export interface ProposedWords {
  readonly places: WordPlaces;
  readonly quote: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isWording = (value: unknown): value is Wording => isRecord(value) && typeof value['body'] === 'string' && Array.isArray(value['named']);
const isProposed = (value: unknown): value is ProposedWords | null => value === null || (isRecord(value) && typeof value['quote'] === 'string' && isRecord(value['places']));
const isVisibility = (value: unknown): value is Visibility => VISIBILITIES.some((each) => each === value);

const keyOf = (mandateId: string, what: string): string => `forum.comment.${mandateId}.${what}`;

/** @param place the section of a new thread, the thread of a reply, the comment that is reworded */
export const useWording = (mandateId: string, place: string, empty: Wording = EMPTY) => useKept(keyOf(mandateId, `wording.${place}`), empty, isWording);

export const useProposedWords = (mandateId: string, sectionId: string) => useKept<ProposedWords | null>(keyOf(mandateId, `words.${sectionId}`), null, isProposed);

/** For whom somebody wrote last. */
export const useVisibility = (mandateId: string) => useKept<Visibility>(keyOf(mandateId, 'visibility'), 'forum', isVisibility);
