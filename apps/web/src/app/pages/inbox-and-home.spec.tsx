import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { HomeItemView, InboxPage, NoticeView } from '@expert-forum/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { notice, sectionNotice } from '../../features/inbox/inbox.fixture.js';
import { actUnder } from '../../shared/api/acting-mandate.js';
import { createQueryClient } from '../../shared/api/query-client.js';
import { createAppRouter } from '../router.js';

const LOGIN = {
  member: { id: 'm', name: 'Timur L.', email: 'timur@forum.example', language: 'en' },
  mandates: [
    { id: 'md-1', forumId: 'f', role: 'expert', centre: { id: 'c', code: 'UZB-CTP', name: { en: 'A lab' } }, startsAt: '2026-01-01T00:00:00Z', endsAt: null },
  ],
};
const SESSION = { id: '8d0a', title: { en: 'Second reading' }, place: null, startsAt: '2030-11-24T10:00:00Z', endsAt: '2030-11-24T12:00:00Z', state: 'planned' as const };

let pages: InboxPage[];
let items: HomeItemView[];
let readings: unknown[];

/** A forum that answers what a test says. */
function answer(request: string, body: BodyInit | null | undefined): unknown {
  if (request === 'GET /installation') return { forum: null, demonstration: null };
  if (request === 'GET /home') return { items };
  if (request === 'GET /inbox/count') return { unread: pages[0]?.unread ?? 0 };
  if (request === 'GET /inbox') return pages[0];
  if (request.startsWith('GET /inbox?after=')) return pages[1];
  if (request === 'POST /inbox/readings') {
    readings.push(JSON.parse(String(body)));
    pages = pages.map((page) => ({ ...page, unread: 0, notices: page.notices.map((each) => ({ ...each, isRead: true })) }));
    return { unread: 0 };
  }
  return LOGIN;
}

const pageOf = (...notices: NoticeView[]): InboxPage => ({ notices, unread: notices.filter(({ isRead }) => !isRead).length, next: null });
const item = (change: Partial<HomeItemView>): HomeItemView => ({ kind: 'drafting', at: '2026-06-29T09:00:00Z', session: null, notice: null, section: null, openThreads: 0, ...change });

async function open(path: string): Promise<ReturnType<typeof createAppRouter>> {
  window.history.pushState(null, '', path);
  const client = createQueryClient();
  const router = createAppRouter(client);
  await router.load();
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

beforeEach(() => {
  actUnder('md-1');
  pages = [pageOf()];
  items = [];
  readings = [];
  globalThis.fetch = jest.fn<typeof fetch>(async (path, { method = 'GET', body } = {}) => {
    const request = `${method} ${String(path).replace('/api/v1', '')}`;
    if (/tickets|sessions/.test(request)) return new Promise(() => undefined); // neither a socket nor the page behind a link is needed here
    const answered = answer(request, body);
    return { ok: true, status: 200, json: async () => answered } as Response;
  });
});
afterEach(cleanup);

describe('the inbox', () => {
  it('[IN13] leads to the paragraph with the thread open, to the section, or to the session', async () => {
    pages = [pageOf(notice(), sectionNotice({ id: 'n-2', kind: 'phase_changed', phase: 'consultation' }), sectionNotice({ id: 'n-3', kind: 'session_planned', section: null, session: SESSION }))];
    await open('/en/inbox');
    const hrefOf = async (name: string): Promise<string | null> => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await hrefOf('Mio F. (JPN-HDP) replied')).toBe('/en/text/s-0123456789?thread=t-1#p-1');
    expect(await hrefOf('New phase: Consultation')).toBe('/en/text/s-0123456789');
    expect(await hrefOf('A session is planned')).toBe('/en/sessions/8d0a');
    expect(screen.getByText('Which form is meant?')).toBeDefined();
  });

  it('[IN10] says in a word what is unread, and marks all of it up to the newest that is shown', async () => {
    pages = [pageOf(notice(), notice({ id: 'n-2', isRead: true, place: '2026-11-19T10:00:00.000Z_1' }))];
    await open('/en/inbox');
    const [first, second] = await within(await screen.findByRole('main')).findAllByRole('listitem');
    expect([first?.textContent?.includes('New'), second?.textContent?.includes('New')]).toEqual([true, false]);
    expect(screen.getByRole('link', { name: 'Inbox 1 unread notice' })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull());
    expect(readings).toEqual([{ upTo: '2026-11-20T10:00:00.000Z_1' }]);
    await waitFor(() => expect(screen.getByRole('link', { name: 'Inbox' })).toBeDefined());
  });

  it('[IN10] marks what is opened', async () => {
    pages = [pageOf(notice({ kind: 'session_opened', thread: null, section: null, session: SESSION }))];
    const router = await open('/en/inbox');
    await userEvent.click(await screen.findByRole('link', { name: 'A session takes place now' }));
    await waitFor(() => expect(readings).toEqual([{ ids: ['n-1'] }]));
    expect(router.state.location.pathname).toBe('/en/sessions/8d0a');
  });

  it('[IN11] reads on where the first page ends', async () => {
    pages = [{ ...pageOf(notice()), next: 'place' }, pageOf(sectionNotice({ id: 'n-9', kind: 'drafter_named', isRead: true }))];
    await open('/en/inbox');
    await userEvent.click(await screen.findByRole('button', { name: 'Show older notices' }));
    expect(await screen.findByRole('link', { name: 'You may now write this section' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Show older notices' })).toBeNull();
  });

  it('says why it is empty, and where to go', async () => {
    await open('/en/inbox');
    expect(await screen.findByText(/There are no notices yet/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Open the text' }).getAttribute('href')).toBe('/en/text');
  });

  it.each<[string, NoticeView]>([
    ['Mio F. (JPN-HDP) mentions you', notice({ kind: 'mentioned' })],
    ['Mio F. (JPN-HDP) resolved your comment: Declined', notice({ kind: 'thread_resolved', thread: { ...required(notice().thread), disposition: 'declined' } })],
    ['Your comment was resolved', notice({ kind: 'thread_resolved', thread: { ...required(notice().thread), by: null } })],
    ['Your comment is open again', notice({ kind: 'thread_reopened', thread: { ...required(notice().thread), by: null } })],
    ['You are now its rapporteur', sectionNotice({ kind: 'rapporteur_named' })],
    ['Decision: agreed ad referendum', sectionNotice({ kind: 'decided', decision: 'agreed_ad_referendum' })],
    ['A session was changed', sectionNotice({ kind: 'session_changed', section: null, session: SESSION })],
  ])('[IN1] says: %s', async (words, told) => {
    pages = [pageOf(told)];
    await open('/en/inbox');
    expect(await screen.findByRole('link', { name: words })).toBeDefined();
  });
});

describe('home', () => {
  it('[IN15] [IN16] lists what waits for the centre, seven things first and the others later', async () => {
    const section = (n: number): HomeItemView => item({ section: { id: `s-${n}`, number: `5.${n}`, title: { en: `Section ${n}` } }, openThreads: n - 1 });
    items = [item({ kind: 'session', at: SESSION.startsAt, session: SESSION }), item({ kind: 'notice', at: notice().at, notice: notice() }), ...[1, 2, 3, 4, 5, 6].map(section)];
    await open('/en/home');
    expect(await screen.findByRole('heading', { level: 1, name: 'What UZB-CTP owes' })).toBeDefined();
    const [first, later] = await within(screen.getByRole('main')).findAllByRole('list');
    const linksOf = (list: HTMLElement | undefined): (string | null)[] => (list ? within(list).getAllByRole('link').map(({ textContent }) => textContent) : []);
    expect(linksOf(first)).toEqual(['Second reading', 'Mio F. (JPN-HDP) replied', '5.1 Section 1', '5.2 Section 2', '5.3 Section 3', '5.4 Section 4', '5.5 Section 5']);
    expect(linksOf(later)).toEqual(['5.6 Section 6']);
    expect(screen.getByText('Later: 1')).toBeDefined();
    expect(screen.getByText(/· 1 open comment$/)).toBeDefined();
  });

  it('[IN15] says how many comments wait for an answer', async () => {
    items = [item({ kind: 'threads', section: { id: 's-1', number: '5.1', title: { en: 'Hub' } }, openThreads: 3 })];
    await open('/en/home');
    expect(await screen.findByText('3 comments wait for an answer')).toBeDefined();
  });

  it('says why nothing waits, and where to go', async () => {
    await open('/en/home');
    expect(await screen.findByText(/Nothing waits for you at present/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Open the text' })).toBeDefined();
  });
});

function required<T>(value: T | null): T {
  if (value === null) throw new Error('not there');
  return value;
}
