import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { toDocumentJson } from '../canonical/document-json.js';
import { setBlockAttribute } from '../schema/block-element.js';
import { judgeUpdate } from './judge-update.js';
import type { UpdateProblem } from './judgement.js';
import { block, blockOf, changed, LEASE, newId, Replica, run, sectionOf } from './section.fixture.js';

type Change = (body: Y.XmlFragment, doc: Y.Doc) => void;

const link = (href: unknown) => ({ link: { href } });
const nested = (depth: number): Y.XmlElement =>
  depth === 1 ? blockOf('paragraph') : blockOf('blockquote', [nested(depth - 1)]);

const ACCEPTED: Record<string, Change> = {
  '[R11] letters in a paragraph': (body) => run(body).insert(2, 'xyz'),
  '[R11] a line break': (body) => run(body).insert(2, '\n'),
  '[R11] bold, and its end': (body) => {
    run(body).format(0, 3, { bold: {} });
    run(body).format(1, 1, { bold: null });
  },
  '[R11] a link': (body) => run(body).format(0, 3, link('https://example.org/a?b=c#d')),
  '[R11] a paragraph with its id': (body) => body.insert(1, [blockOf('paragraph', ['new'])]),
  '[R11] a list in a quote': (body) =>
    body.insert(0, [blockOf('blockquote', [blockOf('orderedList', [blockOf('listItem', [blockOf('paragraph')])], { start: 3 })])]),
  '[R11] another level of a heading': (body) => setBlockAttribute(block(body, 1), 'level', 3),
  '[R11] 24 blocks in each other': (body) => body.insert(0, [nested(24)]),
  '[R4] removal of a block': (body) => body.delete(0, 1),
  '[R18] a block that moves and keeps its id': (body) => {
    body.delete(0, 1);
    body.insert(1, [blockOf('blockquote', [blockOf('paragraph', ['one'], { id: 'p-0000000000' })])]);
  },
};

const REFUSED: Record<string, [UpdateProblem, Change]> = {
  '[R4] letters whose right neighbour stands before their left one': [
    'update-malformed',
    (body, doc) => {
      run(body).insert(2, 'x');
      const [item] = doc.store.clients.get(LEASE) ?? [];
      if (item instanceof Y.Item) item.rightOrigin = item.origin;
    },
  ],
  '[R11] a block of an unknown name': ['schema-violated', (body) => body.insert(0, [blockOf('script')])],
  '[R11] a name from the prototype of objects': ['schema-violated', (body) => body.insert(0, [blockOf('constructor')])],
  '[R11] loose text in the root': ['schema-violated', (body) => body.insert(0, [new Y.XmlText('loose')])],
  '[R11] a row in a paragraph': ['schema-violated', (body) => block(body).insert(0, [blockOf('tableRow')])],
  '[R11] a paragraph in a paragraph': ['schema-violated', (body) => block(body).insert(0, [blockOf('paragraph')])],
  '[R11] text in a list': ['schema-violated', (body) => body.insert(0, [blockOf('bulletList', ['text'])])],
  '[R11] a list without items': ['schema-violated', (body) => body.insert(0, [blockOf('bulletList')])],
  '[R11] an item that begins with a quote': [
    'schema-violated',
    (body) => body.insert(0, [blockOf('bulletList', [blockOf('listItem', [blockOf('blockquote', [blockOf('paragraph')])])])]),
  ],
  '[R11] a root of another name': ['schema-violated', (_body, doc) => doc.getMap('junk').set('a', 1)],
  '[R11] an attribute on the text of a paragraph': ['schema-violated', (body) => run(body).setAttribute('id', newId())],
  '[R11] an unknown attribute': ['schema-violated', (body) => block(body).setAttribute('onclick', 'alert(1)')],
  '[R11] an attribute that every object inherits': ['schema-violated', (body) => block(body).setAttribute('constructor', 'x')],
  '[R11] the prototype for an attribute': ['schema-violated', (body) => block(body).setAttribute('__proto__', 'x')],
  '[R11] a mark that every object inherits': ['schema-violated', (body) => run(body).format(0, 2, JSON.parse('{"constructor": {}}'))],
  '[R11] the prototype for a mark': ['schema-violated', (body) => run(body).format(0, 2, JSON.parse('{"__proto__": {}}'))],
  '[R11] a mark with a prototype of its own': ['schema-violated', (body) => run(body).format(0, 2, { bold: JSON.parse('{"__proto__": {}}') })],
  '[R11] a list for a mark': ['schema-violated', (body) => run(body).format(0, 2, { bold: [] })],
  '[R11] a level that no heading has': ['schema-violated', (body) => setBlockAttribute(block(body, 1), 'level', 7)],
  '[R11] an object for a level': ['schema-violated', (body) => setBlockAttribute(block(body, 1), 'level', { a: 1 })],
  '[R11] a list from a million on': ['schema-violated', (body) => body.insert(0, [blockOf('orderedList', [], { start: 1e6 })])],
  '[R11] an unknown mark': ['schema-violated', (body) => run(body).format(0, 2, { style: { color: 'red' } })],
  '[R11] a mark with attributes of its own': ['schema-violated', (body) => run(body).format(0, 2, { bold: { onclick: 'x' } })],
  '[R11] a script for a link': ['schema-violated', (body) => run(body).format(0, 2, link('javascript:alert(1)'))],
  '[R11] a script with a tab in its scheme': ['schema-violated', (body) => run(body).format(0, 2, link('java\tscript:alert(1)'))],
  '[R11] data for a link': ['schema-violated', (body) => run(body).format(0, 2, link('data:text/html,x'))],
  '[R11] an object for a link': ['schema-violated', (body) => run(body).format(0, 2, link({ toString: 1 }))],
  '[R11] a link of 2,049 characters': ['schema-violated', (body) => run(body).format(0, 2, link(`https://example.org/${'a'.repeat(2029)}`))],
  '[R11] an embedded object': ['schema-violated', (body) => run(body).insertEmbed(0, { image: 'x' })],
  '[R11] a document in the document': ['schema-violated', (body) => run(body).insertEmbed(0, new Y.Doc())],
  '[R11] a map in the text': ['schema-violated', (body) => run(body).insertEmbed(0, new Y.Map())],
  '[R11] 25 blocks in each other': ['document-too-deep', (body) => body.insert(0, [nested(25)])],
  '[R11] a run of 20,001 characters': ['run-too-long', (body) => run(body).insert(0, 'a'.repeat(20_001))],
  '[R18] another id for a block': ['paragraph-id-changed', (body) => block(body).setAttribute('id', newId())],
  '[R18] a block without its id': ['paragraph-id-changed', (body) => block(body).removeAttribute('id')],
  '[R18] an id that is none': ['schema-violated', (body) => body.insert(0, [blockOf('paragraph', [], { id: 'p-1' })])],
  '[R18] the id of a block that lives': ['paragraph-id-taken', (body) => body.insert(0, [blockOf('paragraph', [], { id: 'p-0000000001' })])],
  '[R18] one id for two new blocks': ['paragraph-id-taken', (body) => body.insert(0, [twin(), twin()])],
};

const twin = () => blockOf('paragraph', [], { id: 'p-zzzzzzzzzz' });

const cell = (text = ''): Y.XmlElement => blockOf('tableCell', [blockOf('paragraph', [text])]);
const row = (cells: number): Y.XmlElement => blockOf('tableRow', Array.from({ length: cells }, () => cell()));
const table = (...lengths: number[]): Y.XmlElement => blockOf('table', lengths.map(row));
const reference = (values: object = {}): object => ({
  type: 'paragraphReference',
  section: 's-0000000000',
  paragraph: 'p-0000000000',
  ...values,
});

const ACCEPTED_SINCE_2: Record<string, Change> = {
  '[R11] a table': (body) => body.insert(1, [table(2, 2)]),
  '[R11] a table of 200 rows and one of 12 columns': (body) => body.insert(1, [table(...Array<number>(200).fill(1)), table(12)]),
  '[R11] a list in a cell': (body) =>
    body.push([blockOf('table', [blockOf('tableRow', [blockOf('tableHeader', [blockOf('bulletList', [blockOf('listItem', [blockOf('paragraph')])])])])])]),
  '[R11] a footnote and its mark': (body) => {
    const note = newId();
    body.insert(3, [blockOf('footnote', ['note'], { id: note })]);
    run(body).insertEmbed(1, { type: 'footnoteMark', note }, { bold: {} });
  },
  '[R11] a reference': (body) => run(body).insertEmbed(1, reference()),
};

const REFUSED_SINCE_2: Record<string, [UpdateProblem, Change]> = {
  '[R11] a table without rows': ['schema-violated', (body) => body.insert(0, [blockOf('table')])],
  '[R11] a row without cells': ['schema-violated', (body) => body.insert(0, [blockOf('table', [blockOf('tableRow')])])],
  '[R11] a new table with rows of unequal length': ['schema-violated', (body) => body.insert(0, [table(2, 1)])],
  '[R11] a table in a cell': ['schema-violated', (body) => body.insert(0, [blockOf('table', [blockOf('tableRow', [blockOf('tableCell', [table(1)])])])])],
  '[R11] a table in a quote': ['schema-violated', (body) => body.insert(0, [blockOf('blockquote', [table(1)])])],
  '[R11] a footnote in a quote': ['schema-violated', (body) => body.insert(0, [blockOf('blockquote', [blockOf('footnote', ['x'])])])],
  '[R11] a cell that spans others': ['schema-violated', (body) => body.insert(0, [blockOf('table', [blockOf('tableRow', [blockOf('tableCell', [blockOf('paragraph')], { colspan: 2 })])])])],
  '[R11] 201 rows': ['table-too-large', (body) => body.insert(0, [table(...Array<number>(201).fill(1))])],
  '[R11] 13 columns': ['table-too-large', (body) => body.insert(0, [table(13)])],
  '[R11] a mark that names no paragraph id': ['schema-violated', (body) => run(body).insertEmbed(0, { type: 'footnoteMark', note: 'one' })],
  '[R11] a mark that says more': ['schema-violated', (body) => run(body).insertEmbed(0, { type: 'footnoteMark', note: newId(), onclick: 'x' })],
  '[R11] a reference to no section': ['schema-violated', (body) => run(body).insertEmbed(0, reference({ section: '../../x' }))],
  '[R11] an inline node outside of text': ['schema-violated', (body) => body.insert(0, [blockOf('footnoteMark')])],
};

const section = () => sectionOf('one', { heading: 1, text: 'two' }, 'three');
const judge = (doc: Y.Doc, bytes: Uint8Array, lease = LEASE) => judgeUpdate(doc, { bytes, lease });

describe('the gate', () => {
  it.each(Object.entries(ACCEPTED))('%s is taken', (_title, change) => {
    const doc = section();
    const replica = new Replica(doc);
    const bytes = replica.change(change);

    expect(judge(doc, bytes)).toEqual({ ok: true, needsRepair: false, schema: 1 });
    expect(toDocumentJson(doc)).toEqual(toDocumentJson(replica.doc));
  });

  it.each(Object.entries({ ...REFUSED, ...REFUSED_SINCE_2 }))('%s is refused', (_title, [problem, change]) => {
    const doc = section();
    const before = toDocumentJson(doc);
    const judgement = judge(doc, changed(doc, change));

    expect(judgement).toMatchObject({ ok: false, kind: 'rejected', problem });
    if (!judgement.ok && !judgement.tainted) expect(toDocumentJson(doc)).toEqual(before);
  });

  it.each(Object.entries(ACCEPTED_SINCE_2))('%s is taken, and needs schema 2', (_title, change) => {
    const doc = section();
    const replica = new Replica(doc);
    const bytes = replica.change(change);

    expect(judgeUpdate(section(), { bytes, lease: LEASE, schema: 1 })).toMatchObject({ problem: 'schema-violated', tainted: false });
    expect(judge(doc, bytes)).toEqual({ ok: true, needsRepair: false, schema: 2 });
    expect(toDocumentJson(doc)).toEqual(toDocumentJson(replica.doc));
  });

  it('[R11] counts an inline node as one character', () => {
    const doc = sectionOf(...Array.from({ length: 25 }, () => 'a'.repeat(20_000)));
    expect(judge(doc, changed(doc, (body) => run(body).insertEmbed(0, reference())))).toMatchObject({ problem: 'document-too-large' });
  });

  it('[R17] refuses words typed into a paragraph that a colleague removed', () => {
    const doc = section();
    const [late, mark] = [changed(doc, (body) => run(body).insert(1, 'late')), changed(doc, (body) => run(body).format(0, 1, { bold: {} }))];
    judge(doc, changed(doc, (body) => body.delete(0, 1), 8), 8);

    expect(judge(doc, late)).toEqual({ ok: false, kind: 'rejected', problem: 'parent-gone', tainted: false });
    expect(judge(doc, mark)).toMatchObject({ problem: 'parent-gone' });
  });

  it('[R17] takes words typed beside words that a colleague removed', () => {
    const doc = section();
    const late = changed(doc, (body) => run(body).insert(1, 'late'));
    judge(doc, changed(doc, (body) => run(body).delete(0, 3), 8), 8);

    expect(judge(doc, late)).toEqual({ ok: true, needsRepair: false, schema: 1 });
    expect(run(doc.getXmlFragment('body')).toString()).toBe('late');
  });

  it('[R11] refuses to let a document grow over 500,000 characters, and still lets it shrink', () => {
    const doc = sectionOf(...Array.from({ length: 25 }, () => 'a'.repeat(20_000)));

    expect(judge(doc, changed(doc, (body) => run(body).insert(0, 'b')))).toMatchObject({ problem: 'document-too-large', tainted: false });
    expect(judge(doc, changed(doc, (body) => run(body).delete(0, 1)))).toMatchObject({ ok: true });
    expect(judge(doc, changed(doc, (body) => run(body).insert(0, 'b')))).toMatchObject({ ok: true });
  });
});
