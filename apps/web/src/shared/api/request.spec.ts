import { jest } from '@jest/globals';
import { actUnder } from './acting-mandate.js';
import { ProblemError, Unreachable } from './problem-error.js';
import { request } from './request.js';

const answering = (status: number, body: unknown): jest.Mock<typeof fetch> => {
  const json = async (): Promise<unknown> => (body === undefined ? Promise.reject(new SyntaxError('no JSON')) : body);
  const mock = jest.fn<typeof fetch>().mockResolvedValue({ ok: status < 400, status, json } as Response);
  globalThis.fetch = mock;
  return mock;
};

describe('asking the API', () => {
  afterEach(() => actUnder(null));

  it('marks a write as ours and names the mandate it is made under', async () => {
    const mock = answering(201, { id: 'd' });
    actUnder('m-1');
    await expect(request('POST', '/documents', { title: 'A' })).resolves.toEqual({ id: 'd' });
    expect(mock).toHaveBeenCalledWith('/api/v1/documents', {
      method: 'POST',
      body: '{"title":"A"}',
      headers: expect.objectContaining({ 'X-Forum-Request': '1', 'X-Forum-Mandate': 'm-1', 'Content-Type': 'application/json' }),
    });
  });

  it('passes a refusal on with its code', async () => {
    answering(403, { status: 403, code: 'section-frozen' });
    const refusal = await request('GET', '/documents').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({ problem: { code: 'section-frozen' } });
  });

  it('calls an answer that is no problem an internal one, and no answer unreachable', async () => {
    answering(502, undefined);
    await expect(request('GET', '/documents')).rejects.toMatchObject({ problem: { code: 'internal', status: 502 } });
    globalThis.fetch = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(request('GET', '/documents')).rejects.toBeInstanceOf(Unreachable);
  });
});
