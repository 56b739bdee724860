/** @jest-environment jsdom */
import { EditorView } from '@tiptap/pm/view';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorWords } from '../anchors/editor-words.js';
import { run, sectionOf } from '../gate/section.fixture.js';
import { BODY, sectionSchema } from '../schema/section-schema.js';
import { anchorsPlugin, showAnchors, shownWords } from './anchors-plugin.js';
import { sectionSyncPlugin } from './section-sync-plugin.js';

const schema = new Schema({
  nodes: sectionSchema.spec.nodes.update('paragraph', { ...sectionSchema.nodes['paragraph']?.spec, toDOM: () => ['p', 0] }),
  marks: sectionSchema.spec.marks,
});

const views: EditorView[] = [];
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  views.splice(0).forEach((view) => view.destroy());
});

/** An editor with threads about these words of its text. */
function mounted(text: string, ...words: string[]) {
  const body = sectionOf(text).getXmlFragment(BODY);
  const place = document.body.appendChild(document.createElement('div'));
  const view = new EditorView(place, { state: EditorState.create({ schema, plugins: [sectionSyncPlugin(body), anchorsPlugin(body)] }) });
  views.push(view);
  const pressed: string[] = [];
  const anchored = words.map((id) => {
    const from = text.indexOf(id) + 1;
    const anchor = new EditorWords(body, view.state.doc).select(from, from + id.length);
    if (anchor === null) throw new RangeError(`${id} is not in the text`);
    return { id, anchor, details: id === 'two' ? 'note-two' : null };
  });
  const show = (chosen: string | null = null): void => showAnchors(view, { words: anchored, chosen, onPressed: (id) => pressed.push(id) });
  show();
  const shown = () => shownWords(view.state).map(({ id, from, to }) => [id, view.state.doc.textBetween(from, to)]);
  return { body, view, shown, show, pressed };
}

describe('[TH12] words that threads are about', () => {
  it('are marked, and the chosen ones stand out', () => {
    const { view, show } = mounted('one two three', 'two', 'three');
    show('three');

    expect([...view.dom.querySelectorAll('.commented-words')].map(({ textContent }) => textContent)).toEqual(['two', 'three']);
    expect(view.dom.querySelector('.chosen-words')?.textContent).toBe('three');
  });

  it('point at what is said about them, where it is on the page', () => {
    const { view } = mounted('one two three', 'two', 'three');
    expect([...view.dom.querySelectorAll('.commented-words')].map((words) => words.getAttribute('aria-details'))).toEqual(['note-two', null]);
  });

  it('keep to their letters while one types around and inside', () => {
    const { view, shown } = mounted('one two three', 'two');
    view.dispatch(view.state.tr.insertText('X', 5));
    view.dispatch(view.state.tr.insertText('Y', 9));
    view.dispatch(view.state.tr.insertText('-', 7));
    expect(shown()).toEqual([['two', 't-wo']]);
    jest.runAllTimers();
    expect(shown()).toEqual([['two', 't-wo']]);
  });

  it('are not looked up again while one types elsewhere', () => {
    const { view } = mounted('one two three', 'two');
    const look = jest.spyOn(EditorWords.prototype, 'show');
    view.dispatch(view.state.tr.insertText('X', 1));
    jest.runAllTimers();
    expect(look).not.toHaveBeenCalled();
    view.dispatch(view.state.tr.insertText('-', 7));
    jest.runAllTimers();
    expect(look).toHaveBeenCalledTimes(1);
    look.mockRestore();
  });

  it('are gone with their letters, and come back to where a colleague’s change has put what is left', () => {
    const { view, body, shown } = mounted('one two three', 'two');
    run(body).insert(0, 'XX');
    jest.runAllTimers();
    expect(shown()).toEqual([['two', 'two']]);
    view.dispatch(view.state.tr.delete(7, 10));
    expect(shown()).toEqual([]);
  });

  it('are told when they are pressed: of several the shortest', () => {
    const { view, pressed } = mounted('one two three', 'one two three', 'two');
    const press = (position: number) => view.someProp('handleClick', (handle) => handle(view, position, new MouseEvent('click')));
    press(6);
    press(2);
    press(14);
    expect(pressed).toEqual(['two', 'one two three', 'one two three']);
  });
});
