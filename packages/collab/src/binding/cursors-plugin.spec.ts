/** @jest-environment jsdom */
import { EditorView } from '@tiptap/pm/view';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Schema } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import * as Y from 'yjs';
import { Emitter } from '../client/emitter.js';
import type { Cursor, Person } from '../client/presence.js';
import { run, sectionOf } from '../gate/section.fixture.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { cursorsPlugin } from './cursors-plugin.js';
import { sectionSyncPlugin } from './section-sync-plugin.js';

const schema = new Schema({
  nodes: sectionSchema.spec.nodes.update('paragraph', { ...sectionSchema.nodes['paragraph']?.spec, toDOM: () => ['p', 0] }),
  marks: sectionSchema.spec.marks,
});

class FakePresence {
  readonly events = new Emitter<{ changed: readonly Person[] }>();
  readonly moves: (Cursor | null)[] = [];
  people: readonly Person[] = [];

  move(cursor: Cursor | null): void {
    this.moves.push(cursor);
  }

  show(people: readonly Person[]): void {
    this.people = people;
    this.events.emit('changed', people);
  }
}

const views: EditorView[] = [];
afterEach(() => views.splice(0).forEach((view) => view.destroy()));

function mounted() {
  const doc = sectionOf('one two');
  const body = doc.getXmlFragment(BODY);
  const presence = new FakePresence();
  const drawCaret = ({ label }: Person) => Object.assign(document.createElement('i'), { textContent: `|${label}` });
  const plugins = [sectionSyncPlugin(body), cursorsPlugin(body, presence, drawCaret)];
  const place = document.body.appendChild(document.createElement('div'));
  const view = new EditorView(place, { state: EditorState.create({ schema, plugins }) });
  views.push(view);
  return { body, presence, view };
}

const at = (body: Y.XmlFragment, index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(run(body), index));
const person = (cursor: Cursor | null): Person => ({ connection: 'c1', label: 'KAZ-1', colour: '#123456', cursor });

describe('[R9] cursors', () => {
  it('show a colleague’s caret and selection, which move with the letters', () => {
    const { body, presence, view } = mounted();
    presence.show([person({ anchor: at(body, 0), head: at(body, 3) })]);

    expect(view.dom.textContent).toBe('one|KAZ-1 two');
    expect(view.dom.querySelector('.colleague-selection')?.textContent).toBe('one');
    run(body).insert(0, 'XX');
    expect(view.dom.textContent).toBe('XXone|KAZ-1 two');
    presence.show([]);
    expect(view.dom.textContent).toBe('XXone two');
  });

  it.each([null, { anchor: 7, head: 'x' }, { anchor: {}, head: {} }])('show nothing for %j', (cursor) => {
    const { presence, view } = mounted();
    presence.show([person(cursor)]);

    expect(view.dom.textContent).toBe('one two');
  });

  it('tell the others where the selection is while the editor has the focus, and nothing after', () => {
    const { presence, view } = mounted();
    view.focus();
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)));

    expect(presence.moves.at(-1)).toMatchObject({ anchor: expect.any(Object), head: expect.any(Object) });
    view.dom.dispatchEvent(new FocusEvent('blur'));
    expect(presence.moves.at(-1)).toBeNull();
  });
});
