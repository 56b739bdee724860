import { describe, expect, it } from '@jest/globals';
import { TextSelection } from 'prosemirror-state';
import { SharedSection, type HeadlessEditor } from './replicas.fixture.js';

const type = (editor: HeadlessEditor, at: number, text: string) => editor.dispatch(editor.state.tr.insertText(text, at));
const split = (editor: HeadlessEditor, at: number) => editor.dispatch(editor.state.tr.split(at));
const textOf = ({ state }: HeadlessEditor) => state.doc.content.content.map((block) => block.textContent);

describe('[R18] undo of one’s own changes', () => {
  it('takes back what one typed and keeps what a colleague typed inside and around it', () => {
    const section = new SharedSection(['one']);
    const [me, colleague] = [section.editor(0), section.editor(1)];
    type(me, 4, ' mine');
    section.sync();
    type(colleague, 6, 'X');
    type(colleague, 1, 'Y');
    section.sync();
    me.undo.undo();
    section.sync();

    expect(textOf(me)).toEqual(['YoneX']);
    expect(textOf(colleague)).toEqual(['YoneX']);
    me.undo.redo();
    section.sync();
    expect(textOf(colleague)).toEqual(['Yone mXine']);
    expect(section.refusals).toEqual([]);
  });

  it('takes a split back and keeps what a colleague typed into the new half', () => {
    const section = new SharedSection(['onetwo']);
    const [me, colleague] = [section.editor(0), section.editor(1)];
    split(me, 4);
    section.sync();
    type(colleague, 7, 'X');
    section.sync();
    me.undo.undo();
    section.sync();

    expect(section.refusals).toEqual([]);
    expect(textOf(me)).toEqual(['onetwo', 'X']);
    expect(textOf(colleague)).toEqual(['onetwo', 'X']);
  });

  it('puts the caret behind what it brings back', () => {
    const section = new SharedSection(['one']);
    const me = section.editor(0);
    type(me, 4, ' mine');
    me.dispatch(me.state.tr.setSelection(TextSelection.create(me.state.doc, 1)));
    me.undo.undo();
    expect(me.state.selection.from).toBe(4);
    me.undo.redo();
    expect(me.state.selection.from).toBe(9);
  });

  it('takes a composed word back in one step, however long it was composed', () => {
    const section = new SharedSection(['one']);
    const me = section.editor(0);
    type(me, 4, ' typed');
    const end = me.undo.oneStep();
    type(me, 10, 'に');
    me.dispatch(me.state.tr.insertText('日本', 10, 11));
    end();
    type(me, 12, '!');
    for (const expected of ['one typed日本', 'one typed', 'one']) {
      me.undo.undo();
      expect(textOf(me)).toEqual([expected]);
    }
  });
});
