import type { CurrentLogin, HeldMandate } from '@expert-forum/contracts';
import type { TicketSource } from './connection.js';
import { ForumProblem, isProblem, localProblem } from './forum-problem.js';

export interface SignedIn {
  readonly member: CurrentLogin['member'];
  /** What the member may act as: mandates in force. */
  readonly mandates: readonly HeldMandate[];
  /** Tickets to speak under the first mandate. */
  readonly ticket: TicketSource;
  /** Tickets to speak under one of the mandates; the same function for the same mandate, so that its sections share a socket. */
  ticketFor(mandateId: string): TicketSource;
  signOut(): Promise<void>;
}

/**
 * Signs a program in with e-mail and password. Browsers keep the cookie themselves and refuse to show it; in Node it is kept here.
 *
 * @throws ForumProblem when the server refuses; TypeError when it cannot be reached.
 */
export async function signIn({ url, email, password }: { url: string; email: string; password: string }): Promise<SignedIn> {
  const forum = new ForumHttp(url);
  const login = await forum.call('POST', 'logins', { email, password });
  if (!isCurrentLogin(login)) throw new ForumProblem(unexpected);
  const { member, mandates } = login;
  const sources = new Map<string, TicketSource>();
  const ticketFor = (mandateId: string): TicketSource => {
    const source = sources.get(mandateId) ?? (() => forum.ticket(mandateId));
    sources.set(mandateId, source);
    return source;
  };
  const first = mandates[0];
  const ticket = first === undefined ? () => Promise.reject(new ForumProblem(noMandate)) : ticketFor(first.id);
  return { member, mandates, ticket, ticketFor, signOut: async () => void (await forum.call('DELETE', 'logins/current')) };
}

/** Tickets for a page that is already signed in by its cookie. */
export const ticketSource = (url: string, mandateId: string): TicketSource => {
  const forum = new ForumHttp(url);
  return () => forum.ticket(mandateId);
};

class ForumHttp {
  private cookie: string | null = null;

  constructor(private readonly url: string) {}

  async ticket(mandateId: string): Promise<string> {
    const answer = await this.call('POST', 'tickets', { mandateId });
    if (typeof answer === 'object' && answer !== null && 'ticket' in answer && typeof answer.ticket === 'string') return answer.ticket;
    throw new ForumProblem(unexpected);
  }

  async call(method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const response = await fetch(new URL(`/api/v1/${path}`, this.url), {
      method,
      credentials: 'include',
      headers: {
        'X-Forum-Request': '1',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.cookie === null ? {} : { Cookie: this.cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookie(response.headers.getSetCookie());
    const text = await response.text();
    const answer: unknown = text === '' ? null : parsed(text);
    if (!response.ok) throw new ForumProblem(isProblem(answer) ? answer : { ...unexpected, status: response.status });
    return answer;
  }

  private keepCookie(set: readonly string[]): void {
    const pairs = set.map((line) => line.split(';', 1).join(''));
    if (pairs.length > 0) this.cookie = pairs.join('; ');
  }
}

const unexpected = localProblem('answer-not-understood');
const noMandate = localProblem('mandate-required');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's page instead of the forum's answer
  }
}

const isCurrentLogin = (value: unknown): value is CurrentLogin =>
  typeof value === 'object' && value !== null && 'member' in value && 'mandates' in value && Array.isArray(value.mandates);
