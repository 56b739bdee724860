import { actingMandateId } from './acting-mandate.js';
import { isProblem, ProblemError, Unreachable } from './problem-error.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Asks the API under the mandate this tab speaks as.
 * @throws ProblemError when the API refuses, Unreachable when no answer comes.
 */
export async function request<Answer>(method: Method, path: string, body?: object): Promise<Answer> {
  const response = await send(method, path, body);
  const answer: unknown = response.status === 204 ? undefined : await readJson(response);
  if (response.ok) return answer as Answer;
  throw refusal(response, answer);
}

/** Asks for what is no JSON, such as a file. */
export async function requestText(path: string): Promise<string> {
  const response = await send('GET', path, undefined);
  if (response.ok) return response.text();
  throw refusal(response, await readJson(response));
}

const refusal = ({ status }: Response, answer: unknown): ProblemError => new ProblemError(isProblem(answer) ? answer : { status, code: 'internal' });

async function send(method: Method, path: string, body: object | undefined): Promise<Response> {
  const mandateId = actingMandateId();
  const headers = {
    Accept: 'application/json, application/problem+json',
    ...(mandateId === null ? {} : { 'X-Forum-Mandate': mandateId }),
    ...(method === 'GET' ? {} : { 'X-Forum-Request': '1' }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  try {
    return await fetch(`/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch (cause) {
    throw new Unreachable('no answer', { cause });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
