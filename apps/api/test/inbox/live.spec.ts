import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Discussion, type Reader } from '../threads/discussion.fixture.js';
import { Listener, read, said, unreadOf } from './inbox.fixture.js';

let discussion: Discussion;
let reader: Reader;
let node: NestExpressApplication;
let far: string;

beforeAll(async () => {
  discussion = await Discussion.start();
  reader = await discussion.read('expert');
  node = await discussion.forum.anotherNode();
  const server: Server = await node.listen(0, '127.0.0.1');
  const address = server.address();
  far = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}, 60_000);
afterAll(async () => {
  await node.close();
  await discussion.stop();
});

describe('[IN12] news of an inbox', () => {
  it('reach every connection of the mandate, on every node, when the notice can be read', async () => {
    const [here, there] = [new Listener((await discussion.read('focal')).raw), new Listener((await discussion.read('focal', far)).raw)];
    await discussion.open('expert', reader, { mentions: [discussion.people.focal.memberId] });
    await Promise.all([here.until(1), there.until(1)]);
    expect(await unreadOf(discussion.forum, discussion.people.focal)).toBe(1);
  });

  it('[IN10] what is read on one device is read on the others', async () => {
    const thread = await discussion.open('expert', reader, { mentions: [discussion.people.colleague.memberId] });
    const [here, there] = [new Listener((await discussion.read('colleague')).raw), new Listener((await discussion.read('colleague', far)).raw)];
    await read(discussion.forum, discussion.people.colleague, { threadId: thread.id }).expect(200);
    await Promise.all([here.until(1), there.until(1)]);
    await read(discussion.forum, discussion.people.colleague, { threadId: thread.id }).expect(200);
    await discussion.open('expert', reader, { mentions: [discussion.people.colleague.memberId] });
    await Promise.all([here.until(2), there.until(2)]);
    expect([here.heard, there.heard]).toEqual([2, 2]); // what was read already is no news
  });

  it('[IN8] come also when what somebody was told of is gone', async () => {
    const thread = await discussion.open('expert', reader);
    const { comments } = await discussion.must('expert', 'POST', `threads/${thread.id}/comments`, said({ mentions: [discussion.people.translator.memberId] }));
    const translator = new Listener((await discussion.read('translator')).raw);
    await discussion.must('expert', 'DELETE', `comments/${comments[1]?.id}`);
    await translator.until(1);
    expect(await unreadOf(discussion.forum, discussion.people.translator)).toBe(0);
  });
});
