import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { documentOf, RECEIVED, SectionDocument, type OutOfTurn } from './section-document.js';

function open(): { section: SectionDocument; typed: [Uint8Array, number][]; outOfTurn: OutOfTurn[] } {
  const typed: [Uint8Array, number][] = [];
  const outOfTurn: OutOfTurn[] = [];
  const section = new SectionDocument({
    typed: (bytes, lease) => typed.push([bytes, lease]),
    outOfTurn: (reason) => outOfTurn.push(reason),
  });
  return { section, typed, outOfTurn };
}

const type = (doc: Y.Doc, words: string): void => doc.getXmlFragment('body').insert(0, [new Y.XmlText(words)]);

function updateBy(clientId: number, words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  type(doc, words);
  return Y.encodeStateAsUpdate(doc);
}

describe('section document', () => {
  it('[R1] hands over what is typed under the lease, as emitted', () => {
    const { section, typed, outOfTurn } = open();
    section.receive([updateBy(3, 'base')]);
    section.assume(77);
    type(section.doc, 'own');
    expect(typed.map(([, lease]) => lease)).toEqual([77]);
    expect(documentOf([updateBy(3, 'base'), ...typed.map(([bytes]) => bytes)]).getXmlFragment('body').toString()).toBe('ownbase');
    expect(outOfTurn).toEqual([]);
  });

  it('[R11] sends nothing of what was changed before a lease', () => {
    const { section, typed, outOfTurn } = open();
    type(section.doc, 'mounted');
    expect([typed.length, outOfTurn]).toEqual([0, ['without-lease']]);
  });

  it('[R11] sends nothing of what an editor changes in answer to a received change', () => {
    const { section, typed, outOfTurn } = open();
    section.assume(77);
    section.doc.getXmlFragment('body').observe((_event, transaction) => {
      if (!transaction.local) section.doc.getXmlFragment('body').insert(0, [new Y.XmlText('repair')]);
    });
    section.receive([updateBy(3, 'base')]);
    expect([typed.length, outOfTurn]).toEqual([0, ['answer-to-received']]);
  });

  it('[R11] hands over what is typed even if something is received in its wake', () => {
    const { section, typed, outOfTurn } = open();
    section.assume(77);
    section.doc.getXmlFragment('body').observe((_event, { origin }) => {
      if (origin === null) section.receive([updateBy(3, 'base')]);
    });
    type(section.doc, 'own');
    expect([typed.length, outOfTurn]).toEqual([1, []]);
  });

  it('has nothing encoded of what it receives', () => {
    const { section } = open();
    const encoded: boolean[] = [];
    section.doc.on('afterTransaction', ({ doc, origin }) => void (origin === RECEIVED && encoded.push(doc._observers.has('update'))));
    section.receive([updateBy(3, 'base')]);
    section.assume(77);
    type(section.doc, 'own');
    section.receive([updateBy(4, 'more')]);
    expect(encoded).toEqual([false, false]);
  });

  it('[R1] notices when somebody else wrote under the lease', () => {
    const { section, typed, outOfTurn } = open();
    section.assume(77);
    section.receive([updateBy(77, 'stolen')]);
    expect(section.keepsLease).toBe(false);
    type(section.doc, 'own');
    expect([typed.length, outOfTurn]).toEqual([0, ['lease-lost']]);
  });

  it('[R4] keeps deleted words as items, so that honest typing makes no GC structs', () => {
    const { section, typed } = open();
    section.assume(77);
    type(section.doc, 'gone');
    section.doc.getXmlFragment('body').delete(0, 1);
    type(section.doc, 'kept');
    const kinds = typed.flatMap(([bytes]) => Y.decodeUpdate(bytes).structs.map((struct) => struct.constructor.name));
    expect(new Set(kinds)).toEqual(new Set(['Item']));
  });
});
