import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { toDocumentJson } from '../canonical/document-json.js';
import { sectionSchema } from '../schema/section-schema.js';
import { judgeUpdate } from './judge-update.js';
import { repairAfter } from './repair-after.js';
import { block, blockOf, changed, countingIds, LEASE, run, sectionOf, SERVER_LEASE } from './section.fixture.js';

const repair = (doc: Y.Doc) => repairAfter(doc, SERVER_LEASE, countingIds(90_000));
const shape = (doc: Y.Doc) => {
  const node = sectionSchema.nodeFromJSON(toDocumentJson(doc));
  node.check();
  return node.toString();
};

function sectionWith(element: Y.XmlElement): Y.Doc {
  const doc = sectionOf('one');
  judgeUpdate(doc, { bytes: changed(doc, (body) => body.push([element]), 30), lease: 30 });
  return doc;
}

const item = (text: string) => blockOf('listItem', [blockOf('paragraph', [text])]);

describe('[R11] the server’s repair', () => {
  it.each([
    ['a text of which two people removed the halves', () => sectionOf('one', 'two'), (body: Y.XmlFragment) => body, 'doc(paragraph)'],
    [
      'a list of which two people removed the items',
      () => sectionWith(blockOf('bulletList', [item('a'), item('b')])),
      (body: Y.XmlFragment) => block(body, 1),
      'doc(paragraph("one"), bulletList(listItem(paragraph)))',
    ],
    [
      'a quote of which two people removed the paragraphs',
      () => sectionWith(blockOf('blockquote', [blockOf('paragraph'), blockOf('paragraph')])),
      (body: Y.XmlFragment) => block(body, 1),
      'doc(paragraph("one"), blockquote(paragraph))',
    ],
  ])('fills %s', (_title, make, parent, expected) => {
    const doc = make();
    const [first, second] = [0, 1].map((index) => changed(doc, (body) => parent(body).delete(index, 1), LEASE + index));
    if (first === undefined || second === undefined) throw new Error('two people edit');

    expect(judgeUpdate(doc, { bytes: first, lease: LEASE })).toEqual({ ok: true, needsRepair: false, schema: 1 });
    expect(judgeUpdate(doc, { bytes: second, lease: LEASE + 1 })).toEqual({ ok: true, needsRepair: true, schema: 1 });
    expect(repair(doc)).toBeInstanceOf(Uint8Array);
    expect(shape(doc)).toBe(expected);
  });

  it('fills the rows of a table to which two people added a row and a column', () => {
    const cell = (text: string): Y.XmlElement => blockOf('tableCell', [blockOf('paragraph', [text])]);
    const doc = sectionWith(blockOf('table', [blockOf('tableRow', [cell('a')])]));
    const column = changed(doc, (body) => block(block(body, 1)).push([cell('b')]));
    const row = changed(doc, (body) => block(body, 1).push([blockOf('tableRow', [cell('c')])]), LEASE + 1);

    expect(judgeUpdate(doc, { bytes: column, lease: LEASE })).toEqual({ ok: true, needsRepair: false, schema: 2 });
    expect(judgeUpdate(doc, { bytes: row, lease: LEASE + 1 })).toEqual({ ok: true, needsRepair: true, schema: 2 });
    repair(doc);
    const [a, b, c, filled] = ['"a"', '"b"', '"c"', ''].map((text) => `tableCell(paragraph${text && `(${text})`})`);
    expect(shape(doc)).toBe(`doc(paragraph("one"), table(tableRow(${a}, ${b}), tableRow(${c}, ${filled})))`);
  });

  it('puts a paragraph first in an item of which somebody removed it', () => {
    const doc = sectionWith(blockOf('bulletList', [blockOf('listItem', [blockOf('paragraph'), blockOf('blockquote', [blockOf('paragraph')])])]));
    const bytes = changed(doc, (body) => block(block(body, 1)).delete(0, 1));

    expect(judgeUpdate(doc, { bytes, lease: LEASE })).toEqual({ ok: true, needsRepair: true, schema: 1 });
    repair(doc);
    expect(shape(doc)).toBe('doc(paragraph("one"), bulletList(listItem(paragraph, blockquote(paragraph))))');
  });

  it('gives an id to a block of a program that set none', () => {
    const doc = sectionOf('one');
    const bytes = changed(doc, (body) => body.push([new Y.XmlElement('paragraph')]));

    expect(judgeUpdate(doc, { bytes, lease: LEASE })).toEqual({ ok: true, needsRepair: true, schema: 1 });
    repair(doc);
    expect(block(doc.getXmlFragment('body'), 1).getAttribute('id')).toBe('p-0000090000');
  });

  it('is an update that brings every other replica to the same text', () => {
    const doc = sectionOf('one');
    const replica = new Y.Doc({ gc: false });
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
    const bytes = changed(doc, (body) => body.delete(0, 1));
    judgeUpdate(doc, { bytes, lease: LEASE });
    const repairing = repair(doc);
    if (repairing === null) throw new Error('there was something to repair');
    [bytes, repairing].forEach((update) => Y.applyUpdate(replica, update));

    expect(toDocumentJson(replica)).toEqual(toDocumentJson(doc));
  });

  it('does nothing to a text that is whole', () => {
    const doc = sectionOf('one');
    judgeUpdate(doc, { bytes: changed(doc, (body) => run(body).insert(0, 'x')), lease: LEASE });

    expect(repair(doc)).toBeNull();
  });
});
