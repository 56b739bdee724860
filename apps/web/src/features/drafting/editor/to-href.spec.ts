import { toHref } from './to-href.js';

describe('the address of a link', () => {
  it.each([
    ['https://forum.example/a', 'https://forum.example/a'],
    [' forum.example/path?x=1 ', 'https://forum.example/path?x=1'],
    ['mailto:timur@chirchik.example', 'mailto:timur@chirchik.example'],
    ['timur@chirchik.example', 'mailto:timur@chirchik.example'],
  ])('is understood: %s', (typed, href) => expect(toHref(typed)).toBe(href));

  it.each(['', 'forum', 'javascript:alert(1)', 'ftp://forum.example', 'https://', '/text/5.2', 'two words.example'])('[R11] is refused: %s', (typed) =>
    expect(toHref(typed)).toBeNull());
});
