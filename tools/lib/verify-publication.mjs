import { createHash, createPublicKey, verify } from 'node:crypto';

/*
 * A second reading of the format of publications (docs/specs/publications.md, PU5 and PU6), on purpose without any code of the
 * forum: what this says of a file, the file says of itself.
 */

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** RFC 8785 for what JSON.parse gives. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** @returns what is wrong, a sentence each, and one about what was verified */
export function verifyPublication(file) {
  try {
    return verified(file);
  } catch (error) {
    return { faults: [`The file cannot be read as a publication (${error.message}).`], summary: '' };
  }
}

function verified(file) {
  const { content, hash, signature } = JSON.parse(file);
  const sections = content.chapters.flatMap((chapter) => chapter.sections);
  const faults = [...sections.flatMap(sectionFaults), ...partFaults(content), ...sealFaults(content, hash, signature), ...formFaults(file)];
  const summary = [
    `Publication ${content.number} (${content.slug}), sealed ${content.sealedAt}: ${sections.length} sections, every hash right.`,
    `SHA-256 ${hash}`,
    `Signed by key ${signature.keyId}; compare it with the keys that the forum names at /api/v1/publications/keys.`,
  ].join('\n');
  return { faults, summary };
}

function sectionFaults({ number, document, schema, hash, blocks }) {
  const nodes = document.content ?? [];
  const changed = nodes.flatMap((node, index) =>
    sha256(canonical(node)) === blocks[index] ? [] : [`Section ${number}: block ${index + 1} (${node.attrs?.id ?? 'without id'}) or its hash was changed.`],
  );
  const count = nodes.length === blocks.length ? [] : [`Section ${number}: it has ${nodes.length} blocks, but hashes of ${blocks.length}.`];
  const isWhole = sha256(canonical({ schema, document })) === hash;
  return [...changed, ...count, ...(isWhole ? [] : [`Section ${number}: its text, schema or hash was changed.`])];
}

function partFaults({ parts, ...body }) {
  const names = new Set([...Object.keys(body), ...Object.keys(parts)]);
  return [...names].filter((name) => sha256(canonical(body[name] ?? null)) !== parts[name]).map((name) => `The part "${name}" or its hash was changed.`);
}

function sealFaults(content, hash, { algorithm, keyId, publicKey, value }) {
  const bytes = canonical(content);
  const spki = Buffer.from(publicKey, 'base64');
  const isExact = [publicKey, value].every((text) => Buffer.from(text, 'base64').toString('base64') === text);
  const isKey = createHash('sha256').update(spki).digest('hex').slice(0, 16) === keyId;
  return [
    ...(sha256(bytes) === hash ? [] : ['The content is not the one that the hash names.']),
    ...(algorithm === 'Ed25519' ? [] : [`The signature is of an unknown kind (${algorithm}).`]),
    ...(isExact ? [] : ['The key or the signature is not written as it was sealed.']),
    ...(isKey ? [] : ['The key is not the one that its id names.']),
    ...(isKey && isSigned(bytes, spki, value) ? [] : ['The signature does not fit the content.']),
  ];
}

function isSigned(bytes, spki, value) {
  try {
    return verify(null, Buffer.from(bytes), createPublicKey({ key: spki, format: 'der', type: 'spki' }), Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
}

/** The file is its own canonical form: what parses alike but is written otherwise was changed too. */
function formFaults(file) {
  const wanted = canonical(JSON.parse(file));
  if (file === wanted) return [];
  const at = [...wanted].findIndex((character, index) => file[index] !== character);
  return [`The file is not written in the canonical form (from character ${at < 0 ? wanted.length : at} on).`];
}
