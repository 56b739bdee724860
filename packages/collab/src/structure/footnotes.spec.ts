import { describe, expect, it } from '@jest/globals';
import { Fragment, Slice } from 'prosemirror-model';
import { TextSelection, type Command } from 'prosemirror-state';
import { SharedSection, type HeadlessEditor } from '../binding/replicas.fixture.js';
import { insert } from '../testing/random-edits.js';
import { insertFootnote, leaveFootnote, removeEmptyFootnote } from './footnote-commands.js';
import { footnoteMarks, footnotesOf } from './footnotes.js';
import { withNewIds } from './pasted-ids.js';

const run = (editor: HeadlessEditor, ...commands: Command[]): boolean[] =>
  commands.map((command) => command(editor.state, (transaction) => editor.dispatch(transaction)));

function caret(editor: HeadlessEditor, position: number, to = position): void {
  editor.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position, to)));
}

/** The text with `[n]` for the mark of the n-th footnote, and the footnotes. */
function read({ state: { doc } }: HeadlessEditor): { text: string; notes: string[] } {
  const notes = footnotesOf(doc);
  const text = doc.textBetween(0, doc.content.size, '/', (leaf) => `[${notes.findIndex(({ id }) => id === leaf.attrs['note']) + 1}]`);
  return { text: text.split('/').slice(0, doc.childCount - notes.length).join('/'), notes: notes.map(({ node }) => node.textContent) };
}

function twoNotes(): { section: SharedSection; editor: HeadlessEditor } {
  const section = new SharedSection(['first line', 'second line']);
  const editor = section.editor(0);
  caret(editor, 18);
  run(editor, insertFootnote, insert('about the second'), leaveFootnote);
  caret(editor, 6);
  run(editor, insertFootnote, insert('about the first'), leaveFootnote, insert('!'));
  section.sync();
  return { section, editor };
}

describe('footnotes', () => {
  it('[FN1] stand in the order of their marks, and the caret comes back behind the mark', () => {
    const { section, editor } = twoNotes();
    expect(read(editor)).toEqual({ text: 'first[1]! line/secon[2]d line', notes: ['about the first', 'about the second'] });
    expect(read(section.editor(1))).toEqual(read(editor));
    expect(section.refusals).toEqual([]);
  });

  it('[FN2] go with their mark, and both come back by one undo', () => {
    const { section, editor } = twoNotes();
    editor.undo.endStep();
    caret(editor, 4, 8);
    editor.dispatch(editor.state.tr.deleteSelection());
    expect(read(editor)).toEqual({ text: 'fir line/secon[1]d line', notes: ['about the second'] });
    editor.undo.undo();
    expect(read(editor)).toEqual({ text: 'first[1]! line/secon[2]d line', notes: ['about the first', 'about the second'] });
    section.sync();
    expect(read(section.editor(1))).toEqual(read(editor));
  });

  it('[FN3] wait for a mark that was cut', () => {
    const { editor } = twoNotes();
    caret(editor, 4, 8);
    const slice = editor.state.selection.content();
    editor.dispatch(editor.state.tr.deleteSelection().setMeta('uiEvent', 'cut'));
    expect(read(editor).notes).toEqual(['about the first', 'about the second']);
    const pasted = withNewIds(slice, (id) => footnotesOf(editor.state.doc).some((note) => note.id === id), () => 'p-zzzzzzzzzz');
    editor.dispatch(editor.state.tr.replaceSelection(pasted));
    expect(read(editor).text).toBe('first[1]! line/secon[2]d line');
  });

  it('[FN4] an empty one goes by one key, with its mark', () => {
    const { editor } = twoNotes();
    caret(editor, 3);
    run(editor, insertFootnote);
    expect(read(editor).text).toBe('fi[1]rst[2]! line/secon[3]d line');
    expect(run(editor, removeEmptyFootnote)).toEqual([true]);
    expect(read(editor)).toEqual({ text: 'first[1]! line/secon[2]d line', notes: ['about the first', 'about the second'] });
    expect(editor.state.selection.from).toBe(3);
  });

  it('[FN5] a copy with its footnote is another footnote; a mark without one does not come along', () => {
    const { editor } = twoNotes();
    const { doc, schema } = editor.state;
    const all = new Slice(doc.content, 0, 0);
    const copy = withNewIds(all, () => false, () => 'p-zzzzzzzzzz');
    const copied = schema.node('doc', null, copy.content);
    expect(new Set(footnoteMarks(copied).map(({ note }) => note))).toEqual(new Set(['p-zzzzzzzzzz']));
    const words = withNewIds(new Slice(Fragment.from(doc.firstChild), 0, 0), () => false, () => 'p-zzzzzzzzzz');
    expect(words.content.firstChild?.textContent).toBe('first! line');
    expect(footnoteMarks(schema.node('doc', null, words.content))).toEqual([]);
  });
});
