import { SECTION_ID, shortId } from './short-id.js';

describe('shortId', () => {
  it('[R18] is a prefix and ten characters that cannot be mistaken', () => {
    const bytes = Uint8Array.from({ length: 10 }, (_, index) => index * 29);
    expect(shortId('s', () => bytes)).toMatch(SECTION_ID);
    expect(shortId('p', () => new Uint8Array(10))).toBe('p-0000000000');
    expect('s-iiiiiiiiii').not.toMatch(SECTION_ID);
  });
});
