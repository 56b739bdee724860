import { newParagraphId } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { block, firstOf, paragraph, type RawConnection } from './raw-connection.fixture.js';
import { Trespass } from './trespass.fixture.js';

let trespass: Trespass;
let raw: RawConnection;

beforeAll(async () => {
  trespass = await Trespass.start();
}, 60_000);
beforeEach(async () => {
  raw = await trespass.enter();
});
afterEach(async () => {
  raw.close();
  await trespass.expectUnnoticed();
});
afterAll(() => trespass.stop());

const words = (text = 'words'): Y.XmlElement => paragraph(new Y.XmlText(text));
const nested = (depth: number): Y.XmlElement => (depth === 1 ? paragraph() : block('blockquote', nested(depth - 1)));
const marked = (attributes: object): Y.XmlElement => {
  const text = new Y.XmlText();
  text.insert(0, 'words', attributes);
  return paragraph(text);
};
const twins = (): Y.XmlElement[] => {
  const id = newParagraphId();
  return [words(), words()].map((twin) => (twin.setAttribute('id', id), twin));
};

type Change = (body: Y.XmlFragment) => void;

const REFUSED: readonly (readonly [string, string, Change])[] = [
  ['[R11] with loose text in the root', 'schema-violated', (body) => body.insert(0, [new Y.XmlText('loose')])],
  ['[R11] with a row in a paragraph', 'schema-violated', (body) => body.insert(0, [paragraph(new Y.XmlElement('tableRow'))])],
  ['[R11] with a root of its own', 'schema-violated', (body) => body.doc?.getMap('hidden').set('a', 1)],
  ['[R11] with an attribute that runs', 'schema-violated', (body) => firstOf(body).setAttribute('onclick', 'alert(1)')],
  ['[R11] with the attribute __proto__', 'schema-violated', (body) => firstOf(body).setAttribute('__proto__', 'x')],
  ['[R11] with the attribute constructor', 'schema-violated', (body) => firstOf(body).setAttribute('constructor', 'x')],
  ['[R11] with the mark __proto__', 'schema-violated', (body) => body.insert(0, [marked(JSON.parse('{"__proto__": {}}'))])],
  ['[R11] with the mark constructor', 'schema-violated', (body) => body.insert(0, [marked({ constructor: {} })])],
  ['[R11] with a link that runs', 'schema-violated', (body) => body.insert(0, [marked({ link: { href: 'javascript:alert(1)' } })])],
  ['[R11] with 25 blocks in each other', 'document-too-deep', (body) => body.insert(0, [nested(LIMITS.document.depth + 1)])],
  ['[R18] with another paragraph id', 'paragraph-id-changed', (body) => firstOf(body).setAttribute('id', newParagraphId())],
  ['[R18] with the id of a paragraph that lives', 'paragraph-id-taken', (body) => body.insert(0, twins())],
  ['[R11] with a run of 20,001 characters', 'run-too-long', (body) => body.insert(0, [words('x'.repeat(LIMITS.document.runCharacters + 1))])],
  ['[R4] with 5,001 structs', 'update-too-large', (body) => body.insert(0, Array.from({ length: LIMITS.update.structs + 1 }, () => new Y.XmlElement('paragraph')))],
];

describe('pushed updates', () => {
  it.each(REFUSED)('%s are refused as %s', async (_title, code, change) => {
    expect(await raw.send(raw.change(change))).toMatchObject({ ok: false, problem: { code, kind: 'rejected', n: 1 } });
  });

  it('[R4] with 5,001 ranges of deletions are refused', async () => {
    const known = Y.encodeStateVector(raw.doc);
    const [text] = firstOf(raw.doc.getXmlFragment('body')).toArray();
    if (!(text instanceof Y.XmlText)) throw new Error('the first block holds text');
    raw.doc.transact(() => {
      for (let index = 0; index <= LIMITS.update.deleteRanges; index++) text.insert(2 * index, 'xy');
    });
    const update = raw.change(() => {
      for (let index = 0; index <= LIMITS.update.deleteRanges; index++) text.delete(index, 1);
    });
    expect(Y.decodeUpdate(update).ds.clients.get(raw.lease)).toHaveLength(LIMITS.update.deleteRanges + 1);
    expect(await raw.send(update)).toMatchObject({ ok: false, problem: { code: 'update-too-large', kind: 'rejected' } });
    expect(await raw.send(Y.encodeStateAsUpdate(raw.doc, known))).toMatchObject({ ok: false, problem: { kind: 'rejected' } });
  });

  it('[R4] cut off at any byte, or with a byte too many, are refused', async () => {
    const update = raw.append(words());
    const codes = new Set<string>();
    for (const length of [...update.keys(), update.byteLength + 1]) {
      if (length % 40 === 0) {
        raw.close();
        raw = await trespass.enter();
      }
      const { granted } = await raw.join(trespass.sectionId);
      const lease = granted[0] ?? 0;
      const own = length > update.byteLength ? Uint8Array.of(...update, 0) : update.slice(0, length);
      const answer = await raw.push([own], { lease });
      codes.add(answer.ok ? 'taken' : answer.problem.code);
    }
    expect(codes).toEqual(new Set(['update-malformed', 'update-not-own']));
  });

  it('[R1] under a client id that is not the sender’s are refused', async () => {
    const colleague = await trespass.enter();
    expect(await raw.push([raw.append(words())], { lease: colleague.lease })).toMatchObject({ ok: false, problem: { code: 'lease-unknown', kind: 'rejected', n: 1 } });
    expect(await raw.push([colleague.append(words())])).toMatchObject({ ok: false, problem: { code: 'update-not-own', kind: 'rejected' } });
    colleague.close();
  });

  it('[R4] that leave a gap, in their clock or in their number, are asked for again', async () => {
    raw.append(words('never sent'));
    const second = raw.append(words('sent'));
    expect(await raw.push([second])).toMatchObject({ ok: false, problem: { code: 'update-gap', kind: 'resync', n: 1 } });
    expect(await raw.push([second], { firstN: 3 })).toMatchObject({ ok: false, problem: { code: 'update-gap', kind: 'resync', n: 3 } });
  });

  it('[R4] with structs that no editor makes are refused', async () => {
    const known = Y.encodeStateVector(raw.doc);
    const collected = new Y.Doc({ gc: true });
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(raw.doc));
    collected.clientID = raw.lease;
    collected.getXmlFragment('body').insert(0, [words('gone')]);
    collected.getXmlFragment('body').delete(0, 1);
    expect(await raw.push([Y.encodeStateAsUpdate(collected, known)])).toMatchObject({ ok: false, problem: { code: 'update-not-as-emitted', kind: 'rejected' } });

    raw.close();
    raw = await trespass.enter();
    const [first, , third] = ['a', 'b', 'c'].map((letter) => raw.append(words(letter)));
    const skipping = Y.mergeUpdates([first ?? new Uint8Array(), third ?? new Uint8Array()]);
    expect(await raw.push([skipping])).toMatchObject({ ok: false, problem: { code: 'update-not-as-emitted', kind: 'rejected' } });
  });

  it('[R3] of the second format are refused', async () => {
    const second = Y.convertUpdateFormatV1ToV2(raw.append(words()));
    expect(await raw.push([second])).toMatchObject({ ok: false, problem: { kind: 'rejected' } });
  });

  it('[R19] of another epoch, and of another section, are refused', async () => {
    const update = raw.append(words());
    expect(await raw.push([update], { epoch: 9 })).toMatchObject({ ok: false, problem: { code: 'epoch-changed', kind: 'rejected', n: 1 } });
    const sectionId = await trespass.addSection();
    expect(await raw.ask('section:join', { sectionId, schema: 1, resume: [raw.lease], fresh: 0 })).toMatchObject({
      ok: true,
      value: { leases: [], mayWrite: { ok: true } },
    });
    const [{ channel } = {}] = await trespass.forum.query('SELECT channel FROM section WHERE id = $1', [sectionId]);
    expect(await raw.push([update], { channel: Number(channel) })).toMatchObject({ ok: false, problem: { code: 'lease-unknown', kind: 'rejected' } });
  });
});
