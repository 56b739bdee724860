import { LIMITS } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import type * as Y from 'yjs';
import { decodeUpdate } from './decode-update.js';
import { judgeUpdate } from './judge-update.js';
import { blockOf, changed, LEASE, run, sectionOf } from './section.fixture.js';

type Change = (body: Y.XmlFragment) => void;

const { update, document, table } = LIMITS;
const judge = (doc: Y.Doc, bytes: Uint8Array): string => {
  const judgement = judgeUpdate(doc, { bytes, lease: LEASE });
  return judgement.ok ? 'taken' : judgement.problem;
};
const nested = (depth: number): Y.XmlElement => blockOf(depth === 1 ? 'paragraph' : 'blockquote', depth === 1 ? [] : [nested(depth - 1)]);
const tableOf = (rows: number, columns: number): Y.XmlElement =>
  blockOf('table', Array.from({ length: rows }, () => blockOf('tableRow', Array.from({ length: columns }, () => blockOf('tableCell', [blockOf('paragraph')])))));
const full = (): Y.Doc => sectionOf(...Array.from({ length: document.characters / document.runCharacters }, () => 'a'.repeat(document.runCharacters)));

/** A change that is as large as `size`, by what is limited; on which text, and what is said of one more. */
const LIMITED: readonly (readonly [string, number, string, () => Y.Doc, (size: number) => Change])[] = [
  ['[R11] 24 blocks in each other', document.depth, 'document-too-deep', () => sectionOf('one'), (size) => (body) => body.insert(0, [nested(size)])],
  ['[R11] a run of 20,000 characters', document.runCharacters, 'run-too-long', () => sectionOf('one'), (size) => (body) => run(body).insert(0, 'x'.repeat(size))],
  ['[R11] 200 rows of a table', table.rows, 'table-too-large', () => sectionOf('one'), (size) => (body) => body.insert(0, [tableOf(size, 1)])],
  ['[R11] 12 columns of a table', table.columns, 'table-too-large', () => sectionOf('one'), (size) => (body) => body.insert(0, [tableOf(1, size)])],
];

describe('the limits of an update', () => {
  it.each(LIMITED)('%s are taken, and one more is not', (_title, most, problem, section, change) => {
    expect([most, most + 1].map((size) => judge(section(), changed(section(), change(size))))).toEqual(['taken', problem]);
  });

  it('[R4] 2 MiB are read, and of a byte more nothing is', () => {
    expect([update.bytes, update.bytes + 1].map((size) => decodeUpdate(new Uint8Array(size).fill(1), LEASE))).toEqual([expect.not.stringMatching('update-too-large'), 'update-too-large']);
  });
});

describe('the limits of a text', () => {
  it('[R11] 500,000 characters are taken, and one more is not', () => {
    const doc = full();
    expect(judge(doc, changed(doc, (body) => run(body).delete(0, 1)))).toBe('taken');
    expect(judge(doc, changed(doc, (body) => run(body).insert(0, 'b')))).toBe('taken');
    expect(judge(doc, changed(doc, (body) => run(body).insert(0, 'b')))).toBe('document-too-large');
  });
});
