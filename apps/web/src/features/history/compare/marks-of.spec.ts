import { marksOf } from './marks-of.js';

const paragraph = (words: string, form = words) => ({ id: 'p-1', words, form });

describe('the marks of a compared paragraph', () => {
  it.each([
    ['new', null, paragraph('a'), false, ['new']],
    ['gone', paragraph('a'), null, false, ['gone']],
    ['as it was', paragraph('a'), paragraph('a'), false, []],
    ['of other words', paragraph('a'), paragraph('b'), false, ['changed']],
    ['of another form', paragraph('a'), paragraph('a', 'bold'), false, ['form']],
    ['moved', paragraph('a'), paragraph('a'), true, ['moved']],
    ['moved and changed', paragraph('a'), paragraph('b'), true, ['moved', 'changed']],
  ] as const)('[HI5] [HI6] of one that is %s', (_name, before, after, isMoved, marks) => {
    expect(marksOf({ before, after, isMoved })).toEqual(marks);
  });
});
