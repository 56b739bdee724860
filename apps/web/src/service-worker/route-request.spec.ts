import { routeRequest } from './route-request.js';

const origin = 'https://forum.example';
const route = (path: string, over: object = {}) =>
  routeRequest({ method: 'GET', mode: 'navigate', url: `${origin}${path}`, ...over }, origin);

describe('what the service worker answers', () => {
  it.each(['/api/v1/documents', '/api', '/socket.io/?EIO=4', '/healthz', '/readyz'])('[P2] never touches %s', (path) => {
    expect(route(path)).toBe('network');
  });

  it('[P2] answers a page from the shell, so that an opened section reloads offline', () => {
    expect(route('/ja/text/s-0123456789')).toBe('page');
  });

  it('keeps built files, and nothing of another origin or with another method', () => {
    expect(route('/assets/index-1a2b.js', { mode: 'cors' })).toBe('file');
    expect(route('/assets/index-1a2b.js', { mode: 'cors', method: 'HEAD' })).toBe('network');
    expect(routeRequest({ method: 'GET', mode: 'cors', url: 'https://other.example/assets/a.js' }, origin)).toBe('network');
  });
});
