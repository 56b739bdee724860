import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

/** The line was gone before an answer. */
const CUT_OFF = { ok: false, problem: { code: 'draining' } } as const;

describe('a node that stops', () => {
  it('[PR14] answers what was pushed, takes nothing more, and tells everybody to come back', async () => {
    const forum = await startDemonstration();
    const raw = await RawConnection.of(forum, await forum.enter(forum.drafting.drafters[0]));
    await raw.join(forum.drafting.sectionId);
    const reason = raw.closed();
    const push = (n: number) => raw.push([raw.append(paragraph(new Y.XmlText(`words ${n}`)))], { firstN: n }).catch(() => CUT_OFF);
    let n = 1;
    let answer = await push(n);
    expect(answer).toMatchObject({ ok: true });
    const stopped = forum.stop();
    while (answer.ok) answer = await push((n += 1));
    expect(answer).toMatchObject({ problem: { code: 'draining' } });
    expect(await reason).toMatchObject({ code: 4503, problem: { code: 'draining', status: 503, retryAfter: 1 } });
    await stopped;
  }, 60_000);
});
