import { isParagraphId } from '../paragraph-ids/paragraph-id.js';

const HREF_MAX_LENGTH = 2048;
const HREF_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];
// Characters that a browser strips or reorders while it reads an address: `java\tscript:` must not pass for a relative path.
const HREF_FORBIDDEN = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const LARGEST_LIST_START = 999_999;

/** An address that may be stored in a link: http, https or mailto, absolute, at most 2,048 characters. */
export function isHref(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > HREF_MAX_LENGTH || HREF_FORBIDDEN.test(value)) return false;
  return URL.canParse(value) && HREF_SCHEMES.includes(new URL(value).protocol);
}

export const isHeadingLevel = (value: unknown): value is number => value === 1 || value === 2 || value === 3;

export const isListStart = (value: unknown): value is number =>
  Number.isInteger(value) && typeof value === 'number' && value >= 0 && value <= LARGEST_LIST_START;

/** What each block may carry in the shared text, and the values it takes. An attribute that is not here is refused. */
export const BLOCK_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  paragraph: { id: isParagraphId },
  heading: { id: isParagraphId, level: isHeadingLevel },
  bulletList: { id: isParagraphId },
  orderedList: { id: isParagraphId, start: isListStart },
  listItem: { id: isParagraphId },
  blockquote: { id: isParagraphId },
  table: { id: isParagraphId },
  tableRow: { id: isParagraphId },
  tableHeader: { id: isParagraphId },
  tableCell: { id: isParagraphId },
  footnote: { id: isParagraphId },
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmptyObject = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;

const isLink = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).length === 1 && 'href' in value && isHref(value.href);

/** The marks of a run of text and the values with which they may be set. `null` (not here) ends a mark. */
export const MARK_VALUES: Readonly<Record<string, (value: unknown) => boolean>> = {
  bold: isEmptyObject,
  italic: isEmptyObject,
  link: isLink,
};
