/** For tests of programs that draft: an editor without a screen, and what its user may do. */
export { BareEditor } from './bare-editor.js';
export { cut, edit, EDITS, insert, put } from './random-edits.js';
