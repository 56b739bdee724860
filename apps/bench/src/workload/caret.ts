import * as Y from 'yjs';

/** The place of a caret at the end of a paragraph, as editors send it. */
export const caretAtEnd = (text: Y.XmlText): unknown => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length));
