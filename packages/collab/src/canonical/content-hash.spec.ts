import { describe, expect, it } from '@jest/globals';
import type * as Y from 'yjs';
import { readSection } from '../binding/read-section.js';
import { run, sectionOf } from '../gate/section.fixture.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { contentHash, hashOfDocument } from './content-hash.js';
import { canonicalNode, schemaOfDocument, toDocumentJson } from './document-json.js';
import { jcs } from './jcs.js';

const body = (doc: Y.Doc) => doc.getXmlFragment(BODY);

describe('[R2] the content hash', () => {
  it('is this one for this text, for ever', () => {
    expect(contentHash(sectionOf('Hello\nworld', { heading: 2, text: 'Heading' }, ''))).toBe(
      '9e02ca9b257982d8814ca0462a2fad4faff1d1e6a28ad9444636cca280949b29',
    );
  });

  it('names the oldest schema that can show the text, whatever the section holds besides', () => {
    const doc = sectionOf('one');
    const plain = contentHash(doc);
    run(body(doc)).insertEmbed(1, { type: 'footnoteMark', note: 'p-0000000000' });
    expect(schemaOfDocument(toDocumentJson(doc))).toBe(2);
    run(body(doc)).delete(1, 1);
    expect(schemaOfDocument(toDocumentJson(doc))).toBe(1);
    expect(contentHash(doc)).toBe(plain);
  });

  it('is the same for the shared text and for what the editor shows', () => {
    const doc = sectionOf('one two\nthree', '');
    run(body(doc)).format(0, 7, { italic: {} });
    run(body(doc)).format(4, 6, { bold: {}, link: { href: 'https://example.org/' } });

    expect(hashOfDocument(readSection(body(doc), sectionSchema).toJSON())).toBe(contentHash(doc));
  });

  it('is the same however the marks came about', () => {
    const [once, twice] = [sectionOf('one'), sectionOf('one')];
    run(body(once)).format(0, 3, { bold: {}, italic: {} });
    run(body(twice)).format(1, 2, { italic: {} });
    run(body(twice)).format(0, 3, { bold: {} });
    run(body(twice)).format(0, 1, { italic: {} });

    expect(contentHash(twice)).toBe(contentHash(once));
  });

  it.each([
    ['a letter', (doc: Y.Doc) => run(body(doc)).insert(0, 'x')],
    ['a mark', (doc: Y.Doc) => run(body(doc)).format(0, 1, { bold: {} })],
    ['a composed instead of a decomposed letter', (doc: Y.Doc) => run(body(doc)).insert(0, 'é')],
  ])('differs by %s', (_title, change) => {
    const doc = sectionOf('e\u0301');
    const before = contentHash(doc);
    change(doc);

    expect(contentHash(doc)).not.toBe(before);
  });
});

describe('the canonical document', () => {
  it('fills defaults in, sorts marks, joins equal runs and leaves nothing empty', () => {
    const bold = { type: 'bold', attrs: {} };
    const link = { type: 'link', attrs: { href: 'https://example.org/' } };
    const node = {
      type: 'heading',
      content: [
        { type: 'text', text: 'a', marks: [link, bold] },
        { type: 'text', text: 'b', marks: [{ type: 'bold' }, link] },
        { type: 'text', text: 'c', marks: [] },
      ],
    };

    expect(canonicalNode(node)).toEqual({
      type: 'heading',
      attrs: { id: null, level: 1 },
      content: [
        { type: 'text', text: 'ab', marks: [{ type: 'bold' }, link] },
        { type: 'text', text: 'c' },
      ],
    });
  });

  it('is a document of the section schema', () => {
    const doc = sectionOf('one\ntwo', { heading: 3, text: 'three' });

    expect(() => sectionSchema.nodeFromJSON(toDocumentJson(doc)).check()).not.toThrow();
  });
});

describe('JCS', () => {
  it('sorts members by code units and writes numbers and strings as RFC 8785 does', () => {
    const value = { '\u20ac': 1e30, '\r': [4.5, 2e-3, 1e-27], b: { z: null, a: '\u000f\n"\\' }, a: undefined };

    expect(jcs(value)).toBe('{"\\r":[4.5,0.002,1e-27],"b":{"a":"\\u000f\\n\\"\\\\","z":null},"\u20ac":1e+30}');
  });
});
