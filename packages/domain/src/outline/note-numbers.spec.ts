import { numberNotes } from './note-numbers.js';

it('[FN1] footnotes are numbered as the text names them, each once', () => {
  expect([...numberNotes(['b', 'a', 'b', 'c'])]).toEqual([['b', 1], ['a', 2], ['c', 3]]);
});
