/** @jest-environment jsdom */
import { EditorView } from '@tiptap/pm/view';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Schema } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import * as Y from 'yjs';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { seedUpdate } from '../seed/seed-update.js';
import { paragraphIdsPlugin } from './paragraph-ids-plugin.js';
import { countingIds } from './replicas.fixture.js';
import { sectionSyncPlugin } from './section-sync-plugin.js';

/** The section schema with what a screen needs: paragraphs that carry their id in the page, as a copied page does. */
const schema = new Schema({
  nodes: sectionSchema.spec.nodes.update('paragraph', {
    ...sectionSchema.nodes['paragraph']?.spec,
    toDOM: (node) => ['p', { 'data-id': String(node.attrs['id']) }, 0],
    parseDOM: [{ tag: 'p', getAttrs: (element) => ({ id: element.getAttribute('data-id') }) }],
  }),
  marks: sectionSchema.spec.marks,
});

const views: EditorView[] = [];
afterEach(() => views.splice(0).forEach((view) => view.destroy()));

function mounted(...paragraphs: string[]) {
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, seedUpdate({ blocks: paragraphs, lease: 1, newId: countingIds() }));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const plugins = [paragraphIdsPlugin(countingIds(7)), sectionSyncPlugin(doc.getXmlFragment(BODY))];
  const view = new EditorView(document.body.appendChild(document.createElement('div')), { state: EditorState.create({ schema, plugins }) });
  views.push(view);
  return { doc, view, updates };
}

/** What a colleague wrote at the start of the first paragraph. */
function fromColleague(doc: Y.Doc, text: string): void {
  const colleague = new Y.Doc({ gc: false });
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc));
  const paragraph = colleague.getXmlFragment(BODY).get(0);
  const run = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (run instanceof Y.XmlText) run.insert(0, text);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague), 'remote');
}

const idsOf = (view: EditorView) => view.state.doc.content.content.map((block) => block.attrs['id']);

describe('an editor with the section sync plugin', () => {
  it('[R11] shows the section and writes nothing when it is mounted', () => {
    const { view, updates } = mounted('one', 'two');

    expect(view.dom.textContent).toBe('onetwo');
    expect(updates).toEqual([]);
  });

  it('[R11] writes nothing in answer to what a colleague typed', () => {
    const { doc, view, updates } = mounted('one', 'two');
    fromColleague(doc, 'X');

    expect(view.dom.textContent).toBe('Xonetwo');
    expect(updates).toHaveLength(1);
  });

  it('keeps the caret between the same letters while a colleague types before it', () => {
    const { doc, view } = mounted('one', 'two');
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)));
    fromColleague(doc, 'XX');

    expect(view.state.selection.from).toBe(5);
  });

  it('keeps the caret where it went a moment ago, before the browser has said so', () => {
    const { doc, view } = mounted('one', 'two');
    view.focus();
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1)));
    const second = view.dom.querySelectorAll('p')[1]?.firstChild;
    document.getSelection()?.collapse(second ?? null, 2);
    fromColleague(doc, 'XX');

    expect(view.state.selection.from).toBe(10);
  });

  it('[R18] gives pasted paragraphs ids of their own', () => {
    const { view } = mounted('one', 'two');
    view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    const paste = Object.assign(new Event('paste'), { clipboardData: null }); // jsdom has no ClipboardEvent
    view.pasteHTML('<p data-id="p-0000000000">three</p><p data-id="p-0000000000">four</p>', paste);

    expect(view.dom.textContent).toBe('onetwothreefour');
    expect(new Set(idsOf(view)).size).toBe(3);
    expect(idsOf(view).slice(0, 2)).toEqual(['p-0000000000', 'p-0000000001']);
  });

  it('stops listening when the editor is destroyed', () => {
    const { doc, view } = mounted('one');
    view.destroy();

    expect(() => fromColleague(doc, 'X')).not.toThrow();
    expect(view.state.doc.textContent).toBe('one');
  });
});
