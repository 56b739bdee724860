import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

describe('a node that stops', () => {
  it('[PR14] answers what was pushed, takes nothing more, and tells everybody to come back', async () => {
    const forum = await startDemonstration();
    const raw = await RawConnection.of(forum, await forum.enter(forum.drafting.drafters[0]));
    await raw.join(forum.drafting.sectionId);
    const reason = raw.closed();
    const [first, second] = [raw.append(paragraph(new Y.XmlText('in time'))), raw.append(paragraph(new Y.XmlText('too late')))];
    const inTime = raw.push([first]);
    await raw.ask('section:leave', { sectionId: 's-0000000000' }); // answered behind the push has been taken
    const stopped = forum.stop();
    const late = raw.push([second], { firstN: 2 }).catch(() => 'cut off');
    expect(await inTime).toMatchObject({ ok: true });
    expect(await reason).toMatchObject({ code: 4503, problem: { code: 'draining', status: 503, retryAfter: 1 } });
    expect(['cut off', 'draining']).toContain(await late.then((answer) => (typeof answer === 'string' || answer.ok ? answer : answer.problem.code)));
    await stopped;
  }, 60_000);
});
