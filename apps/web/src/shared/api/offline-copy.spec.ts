import { QueryObserver, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { actUnder } from './acting-mandate.js';
import { discardOfflineCopy, dropOfflineCopy, keepOfflineCopy, shownSince } from './offline-copy.js';
import { createQueryClient } from './query-client.js';

const OUTLINE = ['outline', 'd-1'];

/** A page that was loaded anew. */
function newPage(): QueryClient {
  const client = createQueryClient();
  keepOfflineCopy(client);
  return client;
}

const kept = async (key: QueryKey): Promise<unknown> => {
  await Promise.resolve(); // the copy is written when the present work is done
  return newPage().getQueryData(key);
};

beforeEach(() => {
  actUnder('m-1');
  discardOfflineCopy();
});

describe('what the device keeps of the answers', () => {
  it('[P2] is what the opened screens need, and nothing else', async () => {
    const page = newPage();
    page.setQueryData(OUTLINE, 'outline');
    page.setQueryData(['section', 's-1'], 'section');
    page.setQueryData(['threads', 's-1'], 'threads');
    page.setQueryData(['people'], 'addresses');
    expect(await kept(OUTLINE)).toBe('outline');
    expect(await kept(['section', 's-1'])).toBe('section');
    expect(await kept(['threads', 's-1'])).toBe('threads');
    expect(await kept(['people'])).toBeUndefined();
    for (const key of ['home', 'inbox', 'inbox-count']) page.setQueryData([key], key);
    for (const key of ['home', 'inbox', 'inbox-count']) expect(await kept([key])).toBe(key); // [IN17]
  });

  it('[R20] [WE7] is shown to the mandate it was given to, and to no other', async () => {
    newPage().setQueryData(OUTLINE, 'outline');
    actUnder('m-2');
    expect(await kept(OUTLINE)).toBeUndefined();
    actUnder('m-1');
    expect(await kept(OUTLINE)).toBe('outline');
  });

  it('[R20] goes when somebody signs out', async () => {
    const page = newPage();
    page.setQueryData(['login'], 'login');
    page.setQueryData(OUTLINE, 'outline');
    await Promise.resolve();
    dropOfflineCopy(page);
    expect(page.getQueryData(['login'])).toBeUndefined();
    expect(await kept(OUTLINE)).toBeUndefined();
  });

  it('[P2] is kept when nobody answers, however often the page is loaded meanwhile', async () => {
    newPage().setQueryData(OUTLINE, 'outline');
    await Promise.resolve();
    const offline = newPage();
    const ask = { queryKey: OUTLINE, queryFn: () => Promise.reject(new Error('no answer')), staleTime: 0, retry: false };
    await expect(offline.fetchQuery(ask)).rejects.toThrow('no answer');
    expect(await kept(OUTLINE)).toBe('outline');
    expect(newPage().getQueryState(OUTLINE)?.status).toBe('success');
  });

  it('[TH20] gives up the threads first where there is no room', async () => {
    const page = newPage();
    page.setQueryData(OUTLINE, 'outline');
    page.setQueryData(['threads', 's-1'], 'x'.repeat(6_000_000));
    expect(await kept(OUTLINE)).toBe('outline');
    expect(await kept(['threads', 's-1'])).toBeUndefined();
  });

  it('is none if it cannot be read', () => {
    localStorage.setItem('forum.offline-copy', '{"queries":[');
    expect(newPage().getQueryData(OUTLINE)).toBeUndefined();
    expect(localStorage.getItem('forum.offline-copy')).toBeNull();
  });
});

describe('how old the screen is', () => {
  it('[WE8] is the age of the oldest answer on it', () => {
    const page = newPage();
    page.setQueryData(['documents'], 'documents', { updatedAt: 2_000 });
    page.setQueryData(OUTLINE, 'outline', { updatedAt: 3_000 });
    page.setQueryData(['section', 'hidden'], 'section', { updatedAt: 1_000 });
    expect(shownSince(page)).toBeNull();
    const stops = [['documents'], OUTLINE].map((queryKey) => new QueryObserver(page, { queryKey, enabled: true, staleTime: Infinity }).subscribe(() => undefined));
    expect(shownSince(page)).toBe(2_000);
    stops.forEach((stop) => stop());
  });
});
