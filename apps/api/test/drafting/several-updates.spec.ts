import { decodeApplied } from '@expert-forum/collab';
import { LIMITS } from '@expert-forum/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

let forum: RunningForum;
let drafter: Visitor;
let writer: RawConnection;
let reader: RawConnection;

const enter = async (visitor: Visitor): Promise<RawConnection> => {
  const raw = await RawConnection.of(forum, visitor);
  await raw.join(forum.drafting.sectionId);
  return raw;
};

beforeAll(async () => {
  forum = await startDemonstration();
  const [first, second] = forum.drafting.drafters;
  drafter = await forum.enter(first);
  reader = await enter(await forum.enter(second));
}, 60_000);
beforeEach(async () => {
  writer = await enter(drafter);
});
afterEach(() => writer.close());
afterAll(async () => {
  reader.close();
  await forum.stop();
});

const append = (text: string): Uint8Array => writer.append(paragraph(new Y.XmlText(text)));
const nextFrame = (): Promise<Uint8Array> => new Promise((resolve) => reader.socket.once('update:applied', resolve));

describe('a frame of several updates', () => {
  it('[PR8] is stored in its order, answered once and shown as one frame', async () => {
    const updates = ['one', 'two', 'three'].map(append);
    const shown = nextFrame();
    const answer = await writer.push(updates);
    const { firstSeq, updates: applied } = decodeApplied(await shown);
    expect(answer).toEqual({ ok: true, value: { n: 3, firstSeq, lastSeq: firstSeq + 2 } });
    expect(applied.map(({ bytes }) => [...bytes])).toEqual(updates.map((update) => [...update]));
  });

  it('[R5] that comes again is answered with the seqs it got, and shown to nobody a second time', async () => {
    const update = append('four');
    const first = await writer.push([update]);
    expect(await writer.push([update])).toEqual(first);
    const shown = nextFrame();
    const next = append('five');
    const answer = await writer.push([update, next]);
    const { firstSeq, updates } = decodeApplied(await shown);
    expect(updates.map(({ bytes }) => [...bytes])).toEqual([[...next]]);
    expect(answer).toMatchObject({ ok: true, value: { n: 2, lastSeq: firstSeq } });
  });

  it('[R5] with other bytes under a number that is taken is refused', async () => {
    await writer.push([append('six')]);
    expect(await writer.push([append('other words')])).toMatchObject({ ok: false, problem: { code: 'update-clock-reused', kind: 'rejected', n: 1 } });
  });

  it('[R17] is stored up to the one that is refused, which is named', async () => {
    const good = append('good words');
    const bad = writer.append(new Y.XmlText('loose words'));
    const late = append('words behind them');
    const shown = nextFrame();
    const answer = await writer.push([good, bad, late]);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'schema-violated', kind: 'rejected', n: 2 } });
    expect(decodeApplied(await shown).updates.map(({ bytes }) => [...bytes])).toEqual([[...good]]);
    expect(await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`)).toMatchObject({
      document: { content: expect.arrayContaining([expect.objectContaining({ content: [{ type: 'text', text: 'good words' }] })]) },
    });
  });
});

describe('a flood of updates that leave a gap', () => {
  it('[R4] is asked for again, one by one; nothing of it waits here for what is missing, and a colleague is served meanwhile', async () => {
    const missing = append('what was missing');
    const later = Array.from({ length: LIMITS.frame.burst - 10 }, (_, index) => append(`later ${index}.`));
    const flood = Promise.all(later.map((update, index) => writer.push([update], { firstN: index % 2 === 0 ? 1 : 2 + index })));
    expect(await reader.push([reader.append(paragraph(new Y.XmlText('the colleague’s')))])).toMatchObject({ ok: true });
    expect(new Set((await flood).map((answer) => (answer.ok ? 'taken' : `${answer.problem.code}, ${answer.problem.kind}`)))).toEqual(new Set(['update-gap, resync']));

    const shown = nextFrame();
    expect(await writer.push([missing])).toMatchObject({ ok: true, value: { n: 1 } });
    expect(decodeApplied(await shown).updates.map(({ bytes }) => [...bytes])).toEqual([[...missing]]);
    const text = JSON.stringify(await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`));
    expect(['what was missing', 'the colleague’s', 'later '].map((words) => text.includes(words))).toEqual([true, true, false]);
  });
});

describe('a section that is full', () => {
  it('[R11] takes no more than 500,000 characters, and lets whoever deletes go on', async () => {
    const free = LIMITS.document.characters - String(writer.doc.getXmlFragment('body')).replace(/<[^>]*>/g, '').length;
    const runs = Math.floor(free / LIMITS.document.runCharacters);
    const large = writer.change((body) => {
      for (let run = 0; run < runs; run++) body.push([paragraph(new Y.XmlText('x'.repeat(LIMITS.document.runCharacters)))]);
    });
    expect(await writer.send(large)).toMatchObject({ ok: true });
    const tooMuch = append('x'.repeat(LIMITS.document.runCharacters));
    expect(await writer.push([tooMuch], { firstN: 2 })).toMatchObject({ ok: false, problem: { code: 'document-too-large', kind: 'rejected', n: 2 } });
    writer.close();
    writer = await enter(drafter);
    expect(await writer.push([writer.change((body) => body.delete(0, 1))])).toMatchObject({ ok: true });
  });
});
