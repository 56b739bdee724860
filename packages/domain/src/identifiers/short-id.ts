/** Crockford's base 32, lower case: no letter can be taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** Ten characters, 50 bits, from as many random bytes. */
export function shortId(prefix: 's' | 'p', randomBytes: (length: number) => Uint8Array): string {
  const characters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return `${prefix}-${characters.join('')}`;
}

export const SECTION_ID = /^s-[0-9a-hjkmnp-tv-z]{10}$/;
