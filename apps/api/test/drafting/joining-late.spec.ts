import { newParagraphId } from '@expert-forum/collab';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { RawConnection } from './raw-connection.fixture.js';

const MARK = 'words that were taken back before anybody else came';

let forum: RunningForum;
let writer: Visitor;
let reader: Visitor;

const open = (visitor: Visitor): Promise<RawConnection> => RawConnection.of(forum, visitor);
const holds = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(MARK);

beforeAll(async () => {
  forum = await startDemonstration();
  [writer, reader] = [await forum.enter(forum.drafting.drafters[0]), await forum.enter(forum.drafting.drafters[1])];
}, 60_000);
afterAll(() => forum.stop());

describe('who joins after words were deleted', () => {
  it('[R8] [P5] is sent them in no frame, neither with the whole text nor with a difference', async () => {
    const earlier = await open(reader);
    await earlier.join(forum.drafting.sectionId);
    const known = Y.encodeStateVector(earlier.doc);
    earlier.close();
    const typist = await open(writer);
    await typist.join(forum.drafting.sectionId);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', newParagraphId());
    paragraph.insert(0, [new Y.XmlText(MARK)]);
    const typed = typist.change((body) => body.push([paragraph]));
    const deleted = typist.change((body) => body.delete(body.length - 1, 1));
    expect(holds(typed)).toBe(true);
    expect(await typist.push([typed, deleted])).toMatchObject({ ok: true });

    const late = await open(reader);
    const whole = await late.join(forum.drafting.sectionId);
    const ask = { sectionId: forum.drafting.sectionId, schema: 1, epoch: whole.epoch, stateVector: known, resume: [], fresh: 0 };
    const difference = await late.ask<{ state: Uint8Array }>('section:join', ask);
    expect(difference).toMatchObject({ ok: true });
    const states = [whole.state, ...(difference.ok ? [difference.value.state] : [])];
    expect(states.map((state) => holds(new Uint8Array(state)))).toEqual([false, false]);
    for (const connection of [typist, late]) connection.close();
  });

  it('[R8] sees the same text all the same', async () => {
    const [first, second] = [await open(writer), await open(reader)];
    await first.join(forum.drafting.sectionId);
    await second.join(forum.drafting.sectionId);
    expect(second.doc.getXmlFragment('body').toString()).toBe(first.doc.getXmlFragment('body').toString());
    for (const connection of [first, second]) connection.close();
  });
});
