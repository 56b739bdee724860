import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as Y from 'yjs';
import { anchorAt, resolveAnchor } from '../anchors/text-anchor.js';
import { RunningText } from '../anchors/running-text.js';
import { edit, EDITS } from '../binding/random-edits.fixture.js';
import { SharedSection } from '../binding/replicas.fixture.js';
import { contentHash, hashOfDocument } from '../canonical/content-hash.js';
import { toDocumentJson } from '../canonical/document-json.js';
import { judgeUpdate } from '../gate/judge-update.js';
import { BODY } from '../schema/section-schema.js';
import { restoreText } from './restore-text.js';
import { traceAuthors } from './trace-authors.js';

const LEASE = 999;

/** What the server holds, with everything that was deleted. */
function replayed(section: SharedSection, length = section.written.length): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  section.written.slice(0, length).forEach(({ bytes }) => Y.applyUpdate(doc, bytes));
  return doc;
}

function typeInto(section: SharedSection, from: number, width: number, name: keyof typeof EDITS): void {
  edit(section.editor(0), EDITS[name], from, width);
  section.sync();
}

describe('a restored text', () => {
  it('[HI10] keeps blocks and words that stay, and what is anchored in them', () => {
    const section = new SharedSection(['The Hub is a shared platform of equal nodes.', 'A last word.']);
    const former = toDocumentJson(section.server);
    typeInto(section, 0.1, 0.2, 'word');
    typeInto(section, 0.5, 0.1, 'remove');
    typeInto(section, 0.8, 0, 'splitBlock');
    const doc = replayed(section);
    const element = doc.getXmlFragment(BODY).get(0);
    restoreText(doc, LEASE, former);
    expect(hashOfDocument(toDocumentJson(doc))).toBe(hashOfDocument(former));
    expect(doc.getXmlFragment(BODY).get(0)).toBe(element);
  });

  it('[HI9] is nothing new if the text says so already', () => {
    const section = new SharedSection(['As it is.']);
    expect(restoreText(replayed(section), LEASE, toDocumentJson(section.server))).toBeNull();
  });

  it('[HI8] gives the words that come back to their first author, moved by whoever restored', () => {
    const section = new SharedSection(['The Hub is a shared platform.', 'A second one.']);
    const former = toDocumentJson(section.server);
    edit(section.editor(0), EDITS.remove, 0.2, 0.9);
    section.sync();
    const rows = section.written.map(({ lease, bytes }, index) => ({ seq: index + 1, lease, body: bytes, hand: String(lease), isRestore: false }));
    const body = restoreText(replayed(section), LEASE, former) ?? new Uint8Array();
    const runs = traceAuthors([...rows, { seq: rows.length + 1, lease: LEASE, body, hand: 'moderator', isRestore: true }]).flatMap((block) => block.runs);
    expect(runs.every(({ lease }) => lease === 1)).toBe(true);
    expect(runs.filter(({ mover }) => mover !== null)).toMatchObject([{ mover: { lease: LEASE } }]);
  });

  it('[HI9] [HI10] is what the gate takes, word for word the former one, and alive: from anywhere to anywhere', () => {
    const fraction = fc.nat(1_000).map((thousandths) => thousandths / 1_000);
    const names = Object.keys(EDITS) as (keyof typeof EDITS)[];
    const step = fc.record({ does: fc.constantFrom(...names), from: fraction, width: fraction });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), fraction, (steps, when) => {
        const section = new SharedSection(['First paragraph', { heading: 1, text: 'Heading' }, 'aaa aaa', ''], 1);
        for (const { does, from, width } of steps) typeInto(section, from, width, does);
        const former = toDocumentJson(replayed(section, 1 + Math.floor(when * (section.written.length - 1))));
        const update = restoreText(replayed(section), LEASE, former);
        if (update === null) return expect(contentHash(section.server)).toBe(hashOfDocument(former));
        expect(judgeUpdate(section.server, { bytes: update, lease: LEASE })).toMatchObject({ ok: true });
        expect(contentHash(section.server)).toBe(hashOfDocument(former));
        Y.applyUpdate(section.editor(0).doc, update);
        expect(hashOfDocument(section.editor(0).state.doc.toJSON())).toBe(hashOfDocument(former));
      }),
      { numRuns: 150 },
    );
  });

  it('[HI10] leaves an anchor on its words while others around them come and go', () => {
    const section = new SharedSection(['The Hub is a shared platform of equal nodes with a light legal form.']);
    const former = toDocumentJson(section.server);
    const doc = replayed(section);
    const text = doc.getXmlFragment(BODY).get(0);
    const words = text instanceof Y.XmlElement ? text.get(0) : null;
    if (!(words instanceof Y.XmlText)) throw new Error('no text');
    words.insert(0, 'Today ');
    words.delete(words.toString().indexOf('equal '), 6);
    words.insert(words.length - 1, ' and more');
    const running = new RunningText(doc.getXmlFragment(BODY));
    const start = running.string.indexOf('shared platform');
    const anchor = anchorAt(running, { from: start, to: start + 15 });
    restoreText(doc, LEASE, former);
    const after = new RunningText(doc.getXmlFragment(BODY));
    const range = resolveAnchor(after, anchor);
    expect(range === null ? null : after.string.slice(range.from, range.to)).toBe('shared platform');
  });
});
