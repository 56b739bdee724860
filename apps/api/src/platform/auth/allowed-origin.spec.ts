import { isAllowedOrigin } from './allowed-origin.js';

describe('isAllowedOrigin', () => {
  it('[PE14] knows the public origins where they are set, and nothing else', () => {
    const config = { publicOrigins: ['https://forum.example'], host: '0.0.0.0' };
    expect(isAllowedOrigin('https://forum.example', 'inside:3000', config)).toBe(true);
    expect(isAllowedOrigin('http://forum.example', 'forum.example', config)).toBe(false);
    expect(isAllowedOrigin(undefined, 'forum.example', config)).toBe(true);
  });

  it('[PE14] takes otherwise pages that came from where the request goes', () => {
    const config = { publicOrigins: [], host: '0.0.0.0' };
    expect(isAllowedOrigin('http://forum.local:3000', 'forum.local:3000', config)).toBe(true);
    expect(isAllowedOrigin('http://forum.local', 'forum.local:3000', config)).toBe(false);
    expect(isAllowedOrigin('null', 'forum.local', config)).toBe(false);
  });

  it('[PE14] takes on loopback only pages under its own names: a foreign one can be made to lead here', () => {
    const config = { publicOrigins: [], host: '127.0.0.1' };
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000']) expect(isAllowedOrigin(`http://${host}`, host, config)).toBe(true);
    for (const host of ['elsewhere.example:3000', '127.0.0.1.elsewhere.example:3000']) expect(isAllowedOrigin(`http://${host}`, host, config)).toBe(false);
  });
});
