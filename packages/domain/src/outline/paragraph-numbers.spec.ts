import { numberParagraphs } from './paragraph-numbers.js';

it('[OU16] paragraphs with words are numbered, headings, lists, quotations and blank lines are not', () => {
  const blocks = ['heading', 'paragraph', 'bulletList', 'paragraph', 'blockquote', 'paragraph'].map((type, index) => ({ type, content: index === 3 ? [] : ['words'] }));
  expect(numberParagraphs(blocks)).toEqual([null, 1, null, null, null, 2]);
});
