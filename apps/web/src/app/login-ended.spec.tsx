import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { actUnder } from '../shared/api/acting-mandate.js';
import { discardOfflineCopy, keepOfflineCopy } from '../shared/api/offline-copy.js';
import { createQueryClient } from '../shared/api/query-client.js';
import { leadToSignIn } from './login-ended.js';
import { createAppRouter } from './router.js';

const LOGIN = {
  member: { id: 'm', name: 'Timur L.', email: 'timur@forum.example', language: 'en' },
  mandates: [{ id: 'md-1', forumId: 'f', role: 'translator', centre: null, startsAt: '2026-01-01T00:00:00Z', endsAt: null }],
};
const ENDED = { status: 401, code: 'login-required' };

/** A server on which somebody is signed in, or not. */
class Server {
  isSignedIn = true;

  constructor() {
    globalThis.fetch = jest.fn<typeof fetch>(async (path, { method = 'GET' } = {}) => {
      const request = `${method} ${String(path).replace('/api/v1', '')}`;
      if (request.includes('/tickets')) return new Promise(() => undefined); // no socket is needed here
      if (request === 'POST /logins') this.isSignedIn = true;
      const { status, body } = this.answer(request);
      return { ok: status < 400, status, json: async () => body } as Response;
    });
  }

  private answer(request: string): { status: number; body: unknown } {
    if (request === 'GET /installation') return { status: 200, body: { forum: null, demonstration: null } };
    if (!this.isSignedIn) return { status: 401, body: ENDED };
    if (request.endsWith('/inbox/count')) return { status: 200, body: { unread: 0 } };
    if (request.endsWith('/home')) return { status: 200, body: { items: [] } };
    return { status: 200, body: request.endsWith('/documents') ? [] : LOGIN };
  }
}

async function open(path: string) {
  window.history.pushState(null, '', path);
  const client = createQueryClient();
  keepOfflineCopy(client);
  const router = createAppRouter(client);
  leadToSignIn(client, router);
  await router.load();
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { client, router };
}

let server: Server;

beforeEach(() => {
  actUnder(null);
  discardOfflineCopy();
  server = new Server();
});
afterEach(cleanup);

const signIn = async (): Promise<void> => {
  await userEvent.type(await screen.findByLabelText('E-mail'), 'timur@forum.example');
  await userEvent.type(screen.getByLabelText('Password'), 'a password');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
};

describe('the way in', () => {
  it('[WE6] leads whoever is not signed in to the sign-in, and from there to where they were going', async () => {
    server.isSignedIn = false;
    const { router } = await open('/en/text?show=mine');
    expect(router.state.location.search).toEqual({ back: '/en/text?show=mine' });
    await signIn();
    await screen.findByText('There is no text yet. The moderator creates the document and its first chapters.');
    expect(router.state.location.href).toBe('/en/text?show=mine');
  });

  it('[WE6] leads whoever is signed in already on', async () => {
    const { client, router } = await open('/en/text');
    await screen.findByText(/There is no text yet/);
    await act(() => router.navigate({ to: '/$language/sign-in', params: { language: 'ru' }, search: { back: '//evil.example' } }));
    expect(router.state.location.href).toBe('/ru/home');
    expect(client.getQueryData(['login'])).toEqual(LOGIN);
  });

  it('[WE6] asks on every load whether the login still stands, however short a time ago it did', async () => {
    const { router } = await open('/en/text');
    await screen.findByText(/There is no text yet/);
    cleanup();
    router.history.destroy();
    server.isSignedIn = false;
    const { router: next } = await open('/ru/text');
    await screen.findByText('Сеанс завершён. Войдите снова; текст на этом устройстве сохранён.');
    expect(next.state.location).toMatchObject({ pathname: '/ru/sign-in', search: { back: '/ru/text', ended: true } });
  });

  it('[P4] leads back to the sign-in from wherever the login has ended, says so, and forgets what was received', async () => {
    const { client, router } = await open('/en/text');
    await screen.findByText(/There is no text yet/);
    server.isSignedIn = false;
    await act(() => client.invalidateQueries());
    await screen.findByText('Your login has ended. Sign in again; text on this device is kept.');
    expect(router.state.location.search).toEqual({ back: '/en/text', ended: true });
    expect(client.getQueryData(['login'])).toBeUndefined();
    await signIn();
    await screen.findByText(/There is no text yet/);
    expect(router.state.location.href).toBe('/en/text');
  });
});
