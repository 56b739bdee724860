import type { NodeJson } from '../canonical/document-json.js';

/**
 * What a document keeps of suggestions: marks of text and inline nodes, attributes of blocks, each with the id of its suggestion.
 * Two people may strike the same word: marks of one name stand beside each other.
 */
export const SUGGESTION = {
  /** Proposed words or a proposed block. */
  insertion: 'suggestedInsertion',
  /** Words or a block that ought to go. */
  deletion: 'suggestedDeletion',
  /** `{id, type, attrs}`: what a block ought to be; until then it is what it is. */
  form: 'suggestedForm',
  /** A block that ought to go on the block before it. */
  join: 'suggestedJoin',
} as const;

const NAMES: ReadonlySet<string> = new Set(Object.values(SUGGESTION));

/** A mark or attribute of a suggestion. */
export interface SuggestionPart {
  readonly name: string;
  readonly id: unknown;
}

export const isSuggestionName = (name: string): boolean => NAMES.has(name);

/** The lease that an id names, `<author's lease>:<ulid>`; null: it is not the id of a suggestion. */
export function leaseOfSuggestion(id: unknown): number | null {
  const [, lease] = /^(\d{1,10}):[0-9A-HJKMNP-TV-Z]{26}$/.exec(typeof id === 'string' ? id : '') ?? [];
  return lease === undefined ? null : Number(lease);
}

/** What a node itself carries of suggestions. */
export function suggestionsOf({ marks = [], attrs = {} }: NodeJson): SuggestionPart[] {
  const inMarks = marks.map(({ type, attrs: { id } = {} }) => ({ name: type, id }));
  const inAttributes = Object.entries(attrs).map(([name, value]) => ({ name, id: idIn(value) }));
  return [...inMarks, ...inAttributes].filter(({ name, id }) => isSuggestionName(name) && id !== null);
}

const idIn = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value);
