import { LIMITS } from '@expert-forum/domain';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import * as Y from 'yjs';
import { DraftingService } from '../../src/features/drafting/drafting.service.js';
import { Discussion } from '../threads/discussion.fixture.js';
import { paragraph } from './raw-connection.fixture.js';

let discussion: Discussion;

beforeAll(async () => {
  discussion = await Discussion.start();
}, 60_000);
afterAll(() => discussion.stop());

it('[PR4] whoever is in a full section may join it again, and what fills up while one is let in is counted', async () => {
  const { presence } = discussion.forum.app.get(DraftingService, { strict: false });
  const { raw: inside } = await discussion.read('expert');
  const counted = jest.spyOn(presence, 'count');
  counted.mockReturnValue(LIMITS.connections.perSection);
  expect(await inside.join(discussion.sectionId)).toMatchObject({ channel: inside.channel });
  counted.mockReturnValueOnce(LIMITS.connections.perSection - 1);
  await expect(discussion.read('colleague')).rejects.toThrow('connections-exceeded');
  counted.mockRestore();
});

it('[R11] a text takes no update beyond 4 MiB as it is encoded, whatever fills it, and lets whoever deletes go on', async () => {
  const writers = [];
  for (const who of ['expert', 'stranger', 'expert'] as const) writers.push((await discussion.read(who)).raw);
  const href = `https://forum.example/${'x'.repeat(2_000)}`;
  const linked = (body: Y.XmlFragment): void => {
    const text = new Y.XmlText();
    body.push([paragraph(text)]);
    text.applyDelta(Array.from({ length: 900 }, (_, link) => ({ insert: 'x', attributes: { link: { href: `${href}${link}` } } })));
  };
  const sent = writers.map((writer) => writer.change(linked));
  expect(sent.every(({ byteLength }) => byteLength < LIMITS.update.bytes && 3 * byteLength > LIMITS.document.bytes)).toBe(true);
  const answers = [];
  for (const [index, writer] of writers.entries()) answers.push(await writer.send(sent[index] ?? new Uint8Array()));
  expect(answers).toMatchObject([{ ok: true }, { ok: true }, { ok: false, problem: { code: 'document-too-large', kind: 'rejected', n: 1 } }]);
  const [first] = writers;
  expect(await first?.push([first.change((body) => body.delete(0, 1))], { firstN: 2 })).toMatchObject({ ok: true });
}, 20_000);
