import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signIn } from './sign-in.js';

const login = {
  member: { id: 'm-1', name: 'Aigul', email: 'a@example.org', language: 'en' },
  mandates: [{ id: 'md-1', role: 'expert', centre: null, forumId: 'f-1', startsAt: '2026-01-01T00:00:00Z', endsAt: null }],
};

let server: Server | undefined;
const seen: IncomingMessage[] = [];

/** Answers each request with the next of the given answers. */
async function serve(...answers: { status: number; body: unknown; cookie?: string }[]): Promise<string> {
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    request.resume();
    const answer = answers[seen.length - 1];
    if (answer?.cookie !== undefined) response.setHeader('Set-Cookie', answer.cookie);
    response.writeHead(answer?.status ?? 500, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer?.body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}

afterEach(() => {
  server?.close();
});

describe('signing in', () => {
  it('[P5] asks for a ticket with the cookie of the login, once for every attempt', async () => {
    const url = await serve(
      { status: 201, body: login, cookie: 'forum_login=secret; HttpOnly; Path=/' },
      { status: 201, body: { ticket: 't-1' } },
      { status: 201, body: { ticket: 't-2' } },
    );
    const { ticket, mandates } = await signIn({ url, email: 'a@example.org', password: 'long enough' });
    expect([await ticket(), await ticket(), mandates.length]).toEqual(['t-1', 't-2', 1]);
    expect(seen.map((request) => request.headers.cookie)).toEqual([undefined, 'forum_login=secret', 'forum_login=secret']);
    expect(new Set(seen.map((request) => request.headers['x-forum-request']))).toEqual(new Set(['1']));
  });

  it('[P11] answers a refusal as a problem with its code', async () => {
    const problem = { type: 'about:blank', title: 'Wrong e-mail or password', status: 401, code: 'wrong-credentials' };
    const url = await serve({ status: 401, body: problem });
    await expect(signIn({ url, email: 'a@example.org', password: 'wrong' })).rejects.toMatchObject({ code: 'wrong-credentials', problem });
  });

  it('[P5] gives the same ticket function for the same mandate, so that its sections share one socket', async () => {
    const url = await serve({ status: 201, body: login, cookie: 'forum_login=secret' });
    const signedIn = await signIn({ url, email: 'a@example.org', password: 'long enough' });
    expect(signedIn.ticketFor('md-1')).toBe(signedIn.ticket);
  });
});
