import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState } from 'prosemirror-state';
import { newIdFor } from '../binding/paragraph-ids-plugin.js';
import { footnoteMarks, footnotesOf, type PlacedNote } from './footnotes.js';

/** Puts a mark behind what is selected and an empty footnote among the others, in the order of the text; the caret goes there. */
export const insertFootnote: Command = (state, dispatch) => {
  const { selection: { $to }, schema, doc, tr } = state;
  if (!$to.parent.isTextblock || $to.parent.type.name === 'footnote') return false;
  if (dispatch === undefined) return true;
  const note = newIdFor(state);
  tr.insert($to.pos, schema.node('footnoteMark', { note }));
  const place = tr.mapping.map(placeOfNote(doc, $to.pos));
  tr.insert(place, schema.node('footnote', { id: note }));
  dispatch(tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView());
  return true;
};

/** Behind the note of the last mark before it; else before the first note; else at the end. */
function placeOfNote(doc: Node, position: number): number {
  const notes = footnotesOf(doc);
  const before = footnoteMarks(doc).filter((mark) => mark.position < position).reverse();
  const neighbour = before.map(({ note }) => notes.find(({ id }) => id === note)).find((note) => note !== undefined);
  if (neighbour !== undefined) return neighbour.position + neighbour.node.nodeSize;
  return notes[0]?.position ?? doc.content.size;
}

/** The footnote that holds the caret. */
export function noteAtCaret({ selection: { $from }, doc }: EditorState): PlacedNote | null {
  const block = $from.depth > 0 ? $from.node(1) : null;
  return block?.type.name === 'footnote' ? (footnotesOf(doc).find(({ node }) => node === block) ?? null) : null;
}

/** From a footnote back to the text, behind its mark. */
export const leaveFootnote: Command = (state, dispatch) => {
  const note = noteAtCaret(state);
  if (note === null) return false;
  const mark = footnoteMarks(state.doc).find((each) => each.note === note.id);
  const position = mark === undefined ? note.position : mark.position + 1;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(position), -1)).scrollIntoView());
  return true;
};

/** From a mark to the end of its footnote. */
export const goToFootnote =
  (id: string): Command =>
  ({ doc, tr }, dispatch) => {
    const note = footnotesOf(doc).find((each) => each.id === id);
    if (note === undefined) return false;
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, note.position + note.node.nodeSize - 1)).scrollIntoView());
    return true;
  };

/** Takes an empty footnote away with its marks, as one key press before its first letter does. */
export const removeEmptyFootnote: Command = (state, dispatch) => {
  const note = noteAtCaret(state);
  if (note === null || note.node.content.size > 0) return false;
  const marks = footnoteMarks(state.doc).filter((mark) => mark.note === note.id);
  const { tr } = state;
  const first = marks[0]?.position ?? Math.max(note.position - 1, 0);
  if (state.doc.childCount === 1) return false;
  tr.delete(note.position, note.position + note.node.nodeSize);
  for (const { position } of marks.reverse()) tr.delete(tr.mapping.map(position), tr.mapping.map(position) + 1);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(first, tr.doc.content.size)), -1)).scrollIntoView());
  return true;
};
