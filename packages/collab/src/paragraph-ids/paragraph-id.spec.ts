import { describe, expect, it } from '@jest/globals';
import { isParagraphId, newParagraphId } from './paragraph-id.js';

describe('[R18] a paragraph id', () => {
  it('is `p-` and ten characters of base 32, one for each random byte', () => {
    expect(newParagraphId((length) => Uint8Array.from({ length }, (_, index) => index * 31))).toBe('p-0zyxwvtsrq');
  });

  it('is a fresh one each time', () => {
    const ids = Array.from({ length: 100 }, () => newParagraphId());

    expect(new Set(ids).size).toBe(100);
    expect(ids.every(isParagraphId)).toBe(true);
  });

  it.each(['p-012345678', 'p-01234567890', 'p-012345678i', 'p-012345678L', 's-0123456789', 'p-0123456789\n', 7, null])(
    'is not %j',
    (value) => expect(isParagraphId(value)).toBe(false),
  );
});
