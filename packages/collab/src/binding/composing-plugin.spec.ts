/** @jest-environment jsdom */
import { EditorView } from '@tiptap/pm/view';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import * as Y from 'yjs';
import { SectionDocument } from '../client/section-document.js';
import { run, sectionOf } from '../gate/section.fixture.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { composingPlugin } from './composing-plugin.js';
import { sectionSyncPlugin } from './section-sync-plugin.js';

const LEASE = 77;
const schema = new Schema({
  nodes: sectionSchema.spec.nodes.update('paragraph', { ...sectionSchema.nodes['paragraph']?.spec, toDOM: () => ['p', 0] }),
  marks: sectionSchema.spec.marks,
});

beforeEach(() => void jest.useFakeTimers());
const views: EditorView[] = [];
afterEach(() => {
  views.splice(0).forEach((view) => view.destroy());
  jest.useRealTimers();
});

function mounted() {
  const doc = sectionOf('one');
  const typed: Uint8Array[] = [];
  const section = new SectionDocument({ typed: (bytes) => void typed.push(bytes), outOfTurn: () => undefined }, doc);
  section.assume(LEASE);
  const pause = (): (() => void) => {
    section.hold();
    return () => section.release();
  };
  const body = doc.getXmlFragment(BODY);
  const place = document.body.appendChild(document.createElement('div'));
  const view = new EditorView(place, { state: EditorState.create({ schema, plugins: [sectionSyncPlugin(body), composingPlugin(pause)] }) });
  views.push(view);
  return { section, typed, view, colleague: colleagueOf(doc) };
}

/** Somebody else on a replica of the text as it is now; `type` gives the update of words put at the start of the paragraph. */
function colleagueOf(doc: Y.Doc) {
  const replica = new Y.Doc({ gc: false });
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return {
    type(words: string): Uint8Array {
      const before = Y.encodeStateVector(replica);
      run(replica.getXmlFragment(BODY)).insert(0, words);
      return Y.encodeStateAsUpdate(replica, before);
    },
  };
}

const compose = (view: EditorView, name: 'compositionstart' | 'compositionend') => view.dom.dispatchEvent(new CompositionEvent(name));

describe('composing a letter', () => {
  it('[R11] keeps the text still while others write, and shows what they wrote afterwards', () => {
    const { section, view, colleague } = mounted();
    compose(view, 'compositionstart');
    section.receive([colleague.type('X')]);
    section.receive([colleague.type('Y')]);
    jest.advanceTimersByTime(2_000);

    expect(view.composing).toBe(true);
    expect(view.dom.textContent).toBe('one');
    compose(view, 'compositionend');
    jest.advanceTimersByTime(200);
    expect(view.dom.textContent).toBe('YXone');
  });

  it('[P1] sends what is composed at once, and loses neither side of it', () => {
    const { section, typed, view, colleague } = mounted();
    compose(view, 'compositionstart');
    section.receive([colleague.type('X')]);
    view.dispatch(view.state.tr.insertText('日本', 4));

    expect(typed).toHaveLength(1);
    compose(view, 'compositionend');
    jest.advanceTimersByTime(200);
    expect(view.dom.textContent).toBe('Xone日本');
    expect(typed).toHaveLength(1);
  });

  it('ends the wait when the editor goes', () => {
    const { section, view, colleague } = mounted();
    compose(view, 'compositionstart');
    section.receive([colleague.type('X')]);
    view.destroy();

    expect(section.isHolding).toBe(false);
    expect(run(section.doc.getXmlFragment(BODY)).toString()).toBe('Xone');
  });
});
