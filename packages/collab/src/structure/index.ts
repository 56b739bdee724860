export { goToFootnote, insertFootnote, leaveFootnote, noteAtCaret, removeEmptyFootnote } from './footnote-commands.js';
export { footnoteMarks, footnotesOf } from './footnotes.js';
export { footnotesPlugin } from './footnotes-plugin.js';
export { insertReference } from './insert-reference.js';
export { addColumn, addRow, goToCell, insertTable, removeColumn, removeRow, removeTable } from './table-commands.js';
export { columnsOf, tablePlace, type TablePlace } from './table-place.js';
export { tablesPlugin } from './tables-plugin.js';
