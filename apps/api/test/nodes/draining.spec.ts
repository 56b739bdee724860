import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DrainNode } from '../../src/features/drafting/drain-node.js';
import { block, RawConnection } from '../drafting/raw-connection.fixture.js';
import { Discussion } from '../threads/discussion.fixture.js';

let discussion: Discussion;

beforeAll(async () => {
  discussion = await Discussion.start();
}, 60_000);
afterAll(() => discussion.stop());

describe('a node that is asked to stop', () => {
  it('[PR14] [ST11] says so, takes nobody new, and goes on for who is there until it sends them elsewhere', async () => {
    const { forum, people } = discussion;
    const writer = await discussion.read('expert');
    const readers = await Promise.all((['stranger', 'observer', 'moderator'] as const).map((who) => discussion.read(who)));
    const { ticket } = await discussion.must<{ ticket: string }>('focal', 'POST', 'tickets', { mandateId: people.focal.mandateId });
    expect((await fetch(`${forum.url}/readyz`)).status).toBe(200);
    const reasons = [writer, ...readers].map(({ raw }) => raw.closed());
    const drained = forum.app.get(DrainNode, { strict: false }).drain();
    const ready = await fetch(`${forum.url}/readyz`);
    expect([ready.status, ready.headers.get('connection'), await ready.json()]).toEqual([503, 'close', expect.objectContaining({ code: 'draining' })]);
    await expect(RawConnection.open(forum.url, { ticket })).rejects.toMatchObject({ code: 'draining' });
    await writer.write((body) => body.insert(body.length, [block('paragraph', new Y.XmlText('Written meanwhile.'))]));
    await Promise.all(readers.map((reader) => reader.untilWritten('Written meanwhile.')));
    for (const { code, problem } of await Promise.all(reasons)) {
      expect([code, problem.code]).toEqual([4503, 'draining']);
      expect(problem.retryAfter).toBeGreaterThanOrEqual(0.1);
      expect(problem.retryAfter).toBeLessThanOrEqual(2);
    }
    await drained;
  });
});
