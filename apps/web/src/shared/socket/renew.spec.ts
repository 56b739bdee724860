import { jest } from '@jest/globals';
import { QueryClient, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { type News, renew } from './renew.js';

const KEYS: readonly QueryKey[] = [['login'], ['documents'], ['outline', 'd-1'], ['section', 's-1'], ['people']];

/** Which of the answers on the screen are asked for again, and which of those that are not become old. */
async function after(...news: News[]): Promise<{ asked: string[]; old: string[] }> {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const asked: string[] = [];
  const stops = KEYS.map((queryKey) => {
    client.setQueryData(queryKey, 'known');
    const observer = new QueryObserver(client, { queryKey, queryFn: () => asked.push(String(queryKey[0])) });
    return observer.subscribe(() => undefined);
  });
  client.setQueryData(['outline', 'hidden'], 'known');
  renew(client, news);
  await jest.advanceTimersByTimeAsync(0);
  stops.forEach((stop) => stop());
  const old = client.getQueryCache().findAll({ predicate: ({ state }) => state.isInvalidated }).map(({ queryKey }) => queryKey.join('/'));
  return { asked: asked.sort(), old };
}

const announced = (name: string): News => ({ kind: 'announced', name });

describe('what is asked again', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('after the outline has changed is what shows it; what is hidden is old and waits', async () => {
    expect(await after(announced('outline:changed'))).toEqual({ asked: ['documents', 'outline', 'section'], old: ['outline/hidden'] });
  });

  it('[P4] after people or rights have changed is also who one is oneself', async () => {
    expect((await after(announced('people:changed'))).asked).toEqual(['login', 'outline', 'people', 'section']);
    expect((await after(announced('rights:changed'))).asked).toEqual(['login', 'outline', 'section']);
  });

  it('is each answer once, however much was announced', async () => {
    expect((await after(announced('section:changed'), announced('outline:changed'), announced('rights:changed'))).asked).toEqual([
      'documents',
      'login',
      'outline',
      'section',
    ]);
  });

  it('[WE8] is everything on the screen when the line is open again: something may have been missed', async () => {
    expect((await after({ kind: 'opened' })).asked).toEqual(['documents', 'login', 'outline', 'people', 'section']);
  });

  it('[P4] is the login when the forum takes this connection no more', async () => {
    expect((await after({ kind: 'refused' })).asked).toEqual(['login']);
  });

  it('[IN12] after news of the inbox is how many are unread, the list and the first screen', async () => {
    const client = new QueryClient();
    for (const key of ['inbox-count', 'inbox', 'home', 'documents']) client.setQueryData([key], 'known');
    renew(client, [announced('inbox:changed')]);
    const old = client.getQueryCache().findAll({ predicate: ({ state }) => state.isInvalidated }).map(({ queryKey }) => queryKey[0]);
    expect(old).toEqual(['inbox-count', 'inbox', 'home']);
  });

  it('is nothing after an announcement that no answer depends on', async () => {
    expect(await after(announced('presence:changed'), announced('constructor'))).toEqual({ asked: [], old: [] });
  });
});
