const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;
const PARAGRAPH_ID = /^p-[0-9a-hjkmnp-tv-z]{10}$/;

/** The identity of a block of a section's text: `p-` and ten characters of Crockford's base 32 (R18). */
export const isParagraphId = (value: unknown): value is string => typeof value === 'string' && PARAGRAPH_ID.test(value);

export type RandomBytes = (length: number) => Uint8Array;

const secureBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A fresh paragraph id of 50 random bits. */
export function newParagraphId(randomBytes: RandomBytes = secureBytes): string {
  return `p-${Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('')}`;
}
