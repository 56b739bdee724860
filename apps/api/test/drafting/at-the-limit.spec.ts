import { LIMITS } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { block, paragraph, RawConnection } from './raw-connection.fixture.js';

let forum: RunningForum;
let raw: RawConnection;

beforeAll(async () => {
  forum = await startDemonstration();
}, 60_000);
beforeEach(async () => {
  raw = await RawConnection.of(forum, await forum.enter(forum.drafting.drafters[0]));
  await raw.join(forum.drafting.sectionId);
});
afterEach(() => raw.close());
afterAll(() => forum.stop());

const words = (text = 'words'): Y.XmlElement => paragraph(new Y.XmlText(text));
const nested = (depth: number): Y.XmlElement => (depth === 1 ? words() : block('blockquote', nested(depth - 1)));

/** What one above is refused for stands in `updates.spec.ts` and `frames.spec.ts`. */
describe('what is as much as is allowed', () => {
  it.each<[string, (body: Y.XmlFragment) => void]>([
    ['[R11] a run of 20,000 characters', (body) => body.push([words('x'.repeat(LIMITS.document.runCharacters))])],
    ['[R11] 24 blocks in each other', (body) => body.push([nested(LIMITS.document.depth)])],
  ])('%s is stored', async (_title, change) => {
    expect(await raw.send(raw.change(change))).toMatchObject({ ok: true, value: { n: 1 } });
  });

  it('[R4] an update of 5,000 structs is stored', async () => {
    const structsOf = (update: Uint8Array): number => Y.decodeUpdate(update).structs.length;
    const each = structsOf(new RawText().change((body) => body.push([words()])));
    const update = raw.change((body) => body.push(Array.from({ length: LIMITS.update.structs / each }, () => words())));
    expect(structsOf(update)).toBe(LIMITS.update.structs);
    expect(await raw.send(update)).toMatchObject({ ok: true });
  });

  it('[R4] an update of 5,000 ranges of deletions is stored', async () => {
    const text = new Y.XmlText('xy'.repeat(LIMITS.update.deleteRanges));
    expect(await raw.send(raw.append(paragraph(text)))).toMatchObject({ ok: true });
    const update = raw.change(() => {
      for (let index = 0; index < LIMITS.update.deleteRanges; index++) text.delete(index, 1);
    });
    expect(Y.decodeUpdate(update).ds.clients.get(raw.lease)).toHaveLength(LIMITS.update.deleteRanges);
    expect(await raw.push([update], { firstN: 2 })).toMatchObject({ ok: true, value: { n: 2 } });
  });

  it('[PR5] a frame of 64 KiB is read, and its connection goes on', async () => {
    const [start, end] = ['2["section:leave",{"sectionId":"', '"}]'];
    raw.write(`${start}${'s'.repeat(LIMITS.frame.bytes - start.length - end.length)}${end}`);
    expect(await raw.push([raw.append(words())])).toMatchObject({ ok: true });
  });

  it('[PR11] a cursor of 2 KiB is told', async () => {
    const cursor = 'x'.repeat(LIMITS.presence.bytes - JSON.stringify('').length);
    expect(await raw.ask('presence:move', { channel: raw.channel, cursor })).toEqual({ ok: true, value: null });
    expect(await raw.ask('presence:move', { channel: raw.channel, cursor: `${cursor}x` })).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
  });
});

/** A text of its own, to see what an update is made of. */
class RawText {
  private readonly doc = new Y.Doc();

  change(work: (body: Y.XmlFragment) => void): Uint8Array {
    work(this.doc.getXmlFragment('body'));
    return Y.encodeStateAsUpdate(this.doc);
  }
}
