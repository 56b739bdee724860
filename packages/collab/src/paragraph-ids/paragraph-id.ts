import { shortId } from '@expert-forum/domain';

const PARAGRAPH_ID = /^p-[0-9a-hjkmnp-tv-z]{10}$/;

/** The identity of a block of a section's text: `p-` and ten characters of Crockford's base 32 (R18). */
export const isParagraphId = (value: unknown): value is string => typeof value === 'string' && PARAGRAPH_ID.test(value);

export type RandomBytes = (length: number) => Uint8Array;

const secureBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A fresh paragraph id of 50 random bits. */
export const newParagraphId = (randomBytes: RandomBytes = secureBytes): string => shortId('p', randomBytes);
