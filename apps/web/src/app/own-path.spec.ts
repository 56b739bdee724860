import { inLanguage, ownPath } from './own-path.js';

const ORIGIN = 'https://forum.example';
const back = (path: string | undefined) => ownPath(path, 'ja', ORIGIN);

describe('where a sign-in leads back to', () => {
  it.each([
    ['/en/text', '/ja/text'],
    ['/ru/text/s-0123456789?show=open#p3', '/ja/text/s-0123456789?show=open#p3'],
    ['/en/../en/people', '/ja/people'],
  ])('[WE6] is %s in the language of the reader', (path, own) => expect(back(path)).toBe(own));

  it.each([
    undefined,
    '',
    'en/text',
    'https://evil.example/en/text',
    '//evil.example/en/text',
    '/\\evil.example/en/text',
    '/\t/evil.example/en/text',
    '/en/..//evil.example',
    'javascript:alert(1)',
    '/nowhere/text',
    '/api/v1/documents',
    '/en/sign-in?back=/en/text',
    '/en/invite/token',
  ])('[WE6] is never %s', (path) => expect(back(path)).toBeNull());
});

describe('the present address in another language', () => {
  it.each([
    ['/en', '/ru'],
    ['/en/text?show=mine#s-1', '/ru/text?show=mine#s-1'],
    ['/en?x=1', '/ru?x=1'],
  ])('of %s is %s', (path, other) => expect(inLanguage(path, 'ru')).toBe(other));
});
