import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { judgeUpdate } from './judge-update.js';
import { block, changed, LEASE, Replica, run, sectionOf } from './section.fixture.js';

const judge = (doc: Y.Doc, bytes: Uint8Array, lease = LEASE) => judgeUpdate(doc, { bytes, lease });

describe('the ownership gate', () => {
  it('[R1] refuses structs of another lease', () => {
    const doc = sectionOf('one');

    expect(judge(doc, changed(doc, (body) => run(body).insert(0, 'x'), 8))).toEqual({
      ok: false,
      kind: 'rejected',
      problem: 'update-not-own',
      tainted: false,
    });
  });

  it('[R1] refuses an update that carries structs of a second lease beside its own', () => {
    const doc = sectionOf('one');
    const [mine, others] = [new Replica(doc), new Replica(doc, 8)];
    const merged = Y.mergeUpdates([mine.change((body) => run(body).insert(0, 'x')), others.change((body) => run(body).insert(0, 'y'))]);

    expect(judge(doc, merged)).toMatchObject({ problem: 'update-not-own' });
  });

  it('[R1] refuses a clock that is used already, whatever it says', () => {
    const doc = sectionOf('one');
    judge(doc, changed(doc, (body) => run(body).insert(0, 'x')));
    const stale = sectionOf('one');

    expect(judge(doc, changed(stale, (body) => run(body).insert(0, 'y')))).toMatchObject({ problem: 'update-clock-reused' });
    expect(run(doc.getXmlFragment('body')).toString()).toBe('xone');
  });

  it('[R4] asks for a resync when updates before this one are missing', () => {
    const doc = sectionOf('one');
    const replica = new Replica(doc);
    const first = replica.change((body) => run(body).insert(0, 'x'));
    const second = replica.change((body) => run(body).insert(0, 'y'));

    expect(judge(doc, second)).toEqual({ ok: false, kind: 'resync', problem: 'update-gap', tainted: false });
    expect(doc.store.pendingStructs).toBeNull();
    expect(judge(doc, first)).toMatchObject({ ok: true });
    expect(judge(doc, second)).toMatchObject({ ok: true });
  });

  it.each([
    ['update-origin-unknown', (body: Y.XmlFragment) => run(body).insert(1, 'y')],
    ['update-parent-unknown', (body: Y.XmlFragment) => block(body, 1).push([new Y.XmlText('y')])],
    ['update-delete-unknown', (body: Y.XmlFragment) => run(body).delete(0, 1)],
  ] as const)('[R4] asks for a resync for what leans on text this node has not read: %s', (problem, change) => {
    const behind = sectionOf('one');
    const ahead = new Replica(behind, 8);
    ahead.change((body) => {
      run(body).insert(0, 'x');
      body.push([new Y.XmlElement('paragraph')]);
    });

    expect(judge(behind, changed(ahead.doc, change))).toEqual({ ok: false, kind: 'resync', problem, tainted: false });
  });

  it('[R4] refuses Skip and GC structs', () => {
    const doc = sectionOf('one');
    const replica = new Replica(doc);
    const updates = ['a', 'b', 'c'].map((letter) => replica.change((body) => run(body).insert(0, letter)));
    const [first, , third] = updates;
    if (first === undefined || third === undefined) throw new Error('three updates were made');
    const collected = new Y.Doc();
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(doc));
    collected.clientID = LEASE;
    const body = collected.getXmlFragment('body');
    collected.transact(() => body.insert(0, [new Y.XmlElement('blockquote')]));
    collected.transact(() => block(body).insert(0, [new Y.XmlElement('paragraph')]));
    collected.transact(() => body.delete(0, 1));

    expect(judge(doc, Y.mergeUpdates([first, third]))).toMatchObject({ problem: 'update-not-as-emitted' });
    expect(judge(doc, Y.encodeStateAsUpdate(collected, Y.encodeStateVector(doc)))).toMatchObject({ problem: 'update-not-as-emitted' });
  });

  it('[R3] refuses a V2 update', () => {
    const doc = sectionOf('one');
    const v2 = Y.convertUpdateFormatV1ToV2(changed(doc, (body) => run(body).insert(0, 'x')));

    expect(judge(doc, v2)).toMatchObject({ ok: false, kind: 'rejected', tainted: false });
  });

  it('[R4] refuses more than 5,000 structs, 5,000 delete ranges or 2 MiB in one update', () => {
    const doc = sectionOf('a'.repeat(12_000));
    const structs = changed(doc, (body) => {
      for (let index = 0; index < 5_001; index++) run(body).insert(index * 2, 'x');
    });
    const ranges = changed(doc, (body) => {
      for (let index = 0; index < 5_001; index++) run(body).delete(index, 1);
    });

    expect(judge(doc, structs)).toMatchObject({ problem: 'update-too-large', tainted: false });
    expect(judge(doc, ranges)).toMatchObject({ problem: 'update-too-large', tainted: false });
    expect(judge(doc, new Uint8Array(2 * 1024 * 1024 + 1))).toMatchObject({ problem: 'update-too-large' });
  });
});
