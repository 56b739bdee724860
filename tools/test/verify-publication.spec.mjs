import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { verifyPublication } from '../lib/verify-publication.mjs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
};
const jcs = (value) => JSON.stringify(sorted(value));

/** A publication of one section, as the forum seals one. */
function seal() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const document = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p-0000000001' }, content: [{ type: 'text', text: 'Ten cords, “one knot”: 結び.' }] }] };
  const section = { number: '1.1', schema: 1, document, hash: sha256(jcs({ schema: 1, document })), blocks: document.content.map((node) => sha256(jcs(node))) };
  const body = { number: 1, slug: 'first-issue', sealedAt: '2026-01-01T00:00:00.000Z', supersedes: null, chapters: [{ number: '1', sections: [section] }] };
  const content = { ...body, parts: Object.fromEntries(Object.entries(body).map(([name, value]) => [name, sha256(jcs(value))])) };
  const value = sign(null, Buffer.from(jcs(content)), privateKey).toString('base64');
  const signature = { algorithm: 'Ed25519', keyId: sha256(spki).slice(0, 16), publicKey: spki.toString('base64'), value };
  return jcs({ content, hash: sha256(jcs(content)), signature });
}

describe('verifying a publication', () => {
  const file = seal();

  it('[PU6] finds nothing wrong with what was sealed', () => {
    expect(verifyPublication(file)).toMatchObject({ faults: [], summary: expect.stringContaining('1 sections, every hash right') });
  });

  it('[PU6] sees each single character that was changed', () => {
    const unseen = [...file].flatMap((character, index) => {
      const changed = file.slice(0, index) + (character === 'a' ? 'b' : 'a') + file.slice(index + 1);
      return changed === file || verifyPublication(changed).faults.length > 0 ? [] : [index];
    });
    expect(unseen).toEqual([]);
  });

  it.each([
    ['one knot', 'One knot', 'Section 1.1: block 1 (p-0000000001)'],
    ['first-issue', 'first-Issue', 'The part "slug"'],
    ['"schema":1', '"schema":2', 'Section 1.1: its text, schema or hash'],
    ['"algorithm":"Ed25519"', '"algorithm":"Ed25518"', 'The signature is of an unknown kind'],
    ['{"content"', '{ "content"', 'not written in the canonical form (from character 1 on)'],
  ])('[PU6] names a change of %j into %j', (from, to, sentence) => {
    expect(file).toContain(from);
    expect(verifyPublication(file.replace(from, to)).faults.join('\n')).toContain(sentence);
  });

  it('[PU6] says of anything else that it is no publication', () => {
    for (const other of ['', '{}', '[1]', 'null']) expect(verifyPublication(other).faults).toHaveLength(1);
  });
});
