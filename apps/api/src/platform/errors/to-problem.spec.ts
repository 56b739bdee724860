import { NotFoundException } from '@nestjs/common';
import { demand, found, ProblemException, valueOf } from './problem-error.js';
import { toProblem } from './to-problem.js';

const CORRELATION = '00000000-0000-4000-8000-000000000000';

describe('toProblem', () => {
  it('[P11] says code, status, params and correlation of a refusal', () => {
    const refusal = { ok: false, problem: 'transition-open-brackets', params: { count: 2 } } as const;
    expect(() => valueOf(refusal)).toThrow(ProblemException);
    expect(toProblem(new ProblemException('transition-open-brackets', { params: { count: 2 } }), CORRELATION)).toEqual({
      type: 'https://expert-forum.example/problems/transition-open-brackets',
      title: 'Brackets are still open',
      status: 409,
      instance: `urn:uuid:${CORRELATION}`,
      code: 'transition-open-brackets',
      params: { count: 2 },
    });
  });

  it('[P11] tells nothing of an error that nobody foresaw', () => {
    const problem = toProblem(new Error('password=secret at 10.0.0.1'), CORRELATION);
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('[P11] keeps the status of the framework and of the body parser', () => {
    expect(toProblem(new NotFoundException('Cannot GET /x'), CORRELATION)).toMatchObject({ code: 'not-found', status: 404 });
    expect(toProblem(Object.assign(new Error(), { status: 413 }), CORRELATION)).toMatchObject({ code: 'body-too-large' });
  });

  it('[P11] says of a database that is away for a moment that trying again makes sense', () => {
    const failed = (code: string): string => toProblem(Object.assign(new Error('failed'), { code }), CORRELATION).code;
    expect(['08006', '40P01', '53300', '57P01', 'ECONNREFUSED'].map(failed)).toEqual(Array.from({ length: 5 }, () => 'unavailable'));
    expect(['22021', '23505', '42601', 'ENOENT'].map(failed)).toEqual(Array.from({ length: 4 }, () => 'internal'));
    expect(toProblem(new Error('Connection terminated unexpectedly'), CORRELATION)).toMatchObject({ status: 503 });
  });

  it('goes on where nothing is refused', () => {
    expect(() => demand({ ok: true })).not.toThrow();
    expect(found(0)).toBe(0);
    expect(() => found(null)).toThrow('There is nothing at this address');
  });
});
