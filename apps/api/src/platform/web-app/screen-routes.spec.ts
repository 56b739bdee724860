import { screenLanguage } from './screen-routes.js';

describe('screenLanguage', () => {
  it.each([
    ['/en', 'en'],
    ['/ru/', 'ru'],
    ['/ja/text/s-0123456789', 'ja'],
    ['/en/invite/abc', 'en'],
  ])('[ST7] %s is a screen in %s', (path, language) => expect(screenLanguage(path)).toBe(language));

  it.each(['/', '/english', '/en/nowhere', '/en/text/a/b', '/de/text', '/api/v1/none', '/socket.io'])(
    '[ST7] %s is no screen',
    (path) => expect(screenLanguage(path)).toBeNull(),
  );
});
