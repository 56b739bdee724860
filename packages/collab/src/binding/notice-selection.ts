import type { EditorView } from 'prosemirror-view';

/**
 * Makes the editor look where the caret is. The browser tells of a moved caret a moment after it has moved; whatever is shown in
 * that moment would put the caret back to where it was, and with several people typing there is always such a moment.
 */
export function noticeSelection(view: EditorView): void {
  if (view.hasFocus() && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}
