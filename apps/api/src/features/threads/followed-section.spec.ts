import { anchorAt, BODY, RunningText, seedUpdate } from '@expert-forum/collab';
import * as Y from 'yjs';
import type { StoredAnchor } from './anchors.repository.js';
import { FollowedSection } from './followed-section.js';

const MINUTE = 60_000;
const TEXT = ['The Hub is a shared platform.', 'It is a network of equal nodes.', 'Costs are shared.'];

/** A section as a node holds it, with a thread about each of these words. */
function follow(...words: string[]) {
  const doc = new Y.Doc();
  let ids = 0;
  Y.applyUpdate(doc, seedUpdate({ blocks: TEXT, lease: 1, newId: () => `p-${String(ids++).padStart(10, '0')}` }));
  const body = doc.getXmlFragment(BODY);
  const stored = words.map((each): StoredAnchor => {
    const from = new RunningText(body).string.indexOf(each);
    return { id: each, channel: 1, seq: 1, isDetached: false, anchor: anchorAt(new RunningText(body), { from, to: from + each.length }) };
  });
  const section = new FollowedSection(stored);
  let seq = 1;
  const look = (now = 0): string[] => {
    section.look(doc, ++seq, now);
    const moved = section.moved();
    moved.forEach((each) => section.keep(each));
    return moved.map(({ before, after }) => `${before.id} ${after.isDetached ? 'detached' : 'moved'}`);
  };
  const text = (index: number): Y.XmlText => {
    const block = body.get(index);
    const run = block instanceof Y.XmlElement ? block.get(0) : null;
    if (!(run instanceof Y.XmlText)) throw new RangeError(`no text in block ${index}`);
    return run;
  };
  look();
  return { doc, body, section, stored, look, text };
}

describe('FollowedSection', () => {
  it('[TH16] finds nothing to store while the words are as they were', () => {
    const { look, text } = follow('shared platform', 'equal nodes', 'Costs');
    expect(look()).toEqual([]);
    text(0).insert(0, 'Yes: ');
    expect(look()).toEqual(['shared platform moved']); // what stands before them reads differently
    expect(look()).toEqual([]);
  });

  it('[TH13] detaches a thread once, and attaches it when its words come back', () => {
    const { look, text, body } = follow('equal nodes', 'Costs');
    const undo = new Y.UndoManager(body);
    text(1).delete(19, 11);
    expect(look()).toEqual(['equal nodes detached']);
    text(2).insert(0, 'All ');
    expect(look()).toEqual(['Costs moved']);
    undo.undo();
    expect(look()).toContain('equal nodes moved');
  });

  it('[TH13] sees threads of a paragraph that went with its block', () => {
    const { look, body } = follow('shared platform', 'equal nodes');
    body.delete(1, 1);
    expect(look()).toEqual(['shared platform moved', 'equal nodes detached']);
  });

  it.each([
    [4 * MINUTE, ['a network of equal nodes moved']],
    [6 * MINUTE, []],
  ])('[TH13] takes cut words that are put down elsewhere after %d ms: %j', (later, found) => {
    const { look, text } = follow('a network of equal nodes');
    text(1).delete(6, 24);
    expect(look(1_000)).toEqual(['a network of equal nodes detached']);
    text(0).insert(3, ' a network of equal nodes');
    expect(look(1_000 + later)).toEqual(found);
  });

  it('[TH16] goes on from what somebody else has stored', () => {
    const { section, stored, look, text, doc, body } = follow('equal nodes');
    const [before] = stored;
    text(1).delete(19, 11);
    section.look(doc, 2, 0);
    const [moved] = section.moved();
    expect(moved?.before).toBe(before);
    const costs = anchorAt(new RunningText(body), { from: 49, to: 54 });
    if (before !== undefined) section.take({ ...before, seq: 9, anchor: costs });
    if (moved !== undefined) section.keep(moved); // too late: it was about the anchor before
    expect(look()).toEqual([]);
    text(2).delete(0, 5);
    expect(look()).toEqual(['equal nodes detached']);
  });

  it('[TH16] has to store what was found while an earlier finding was being stored', () => {
    const { section, look, text, doc } = follow('equal nodes');
    text(1).insert(21, 'ly');
    section.look(doc, 2, 0);
    const [earlier] = section.moved();
    text(1).insert(19, 'more ');
    section.look(doc, 3, 0);
    if (earlier !== undefined) section.keep(earlier);
    expect(section.moved()).toHaveLength(1);
    expect(look()).toEqual(['equal nodes moved']);
    expect(look()).toEqual([]);
  });

  it('[TH16] looks at everything again when the text was loaded anew', () => {
    const { section, doc, text } = follow('equal nodes');
    text(1).delete(19, 11);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    section.look(other, 2, 0);
    expect(section.moved().map(({ after }) => after.isDetached)).toEqual([true]);
  });
});
