import { jest } from '@jest/globals';
import { hashOfHashes, seedUpdate, newParagraphId } from '@expert-forum/collab';
import { openDevice } from '@expert-forum/collab/client';
import { frame, outline, sectionText } from '../exported.fixture.js';
import { gatherWhole } from './gather-whole.js';

const identity = { memberId: 'm', mandateId: 'md' };
const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];

/** A forum that answers these paths, in this order. */
function answering(answers: Readonly<Record<string, unknown>>): jest.Mock<typeof fetch> {
  const mock = jest.fn<typeof fetch>().mockImplementation(async (path) => ({ ok: true, status: 200, json: async () => answers[String(path)] }) as Response);
  globalThis.fetch = mock;
  return mock;
}

describe('the whole text', () => {
  it('[EX1] [EX3] [EX9] is read page by page, put under its chapters, and has the hash of its hashes', async () => {
    const mock = answering({
      '/api/v1/documents/d-1/text': { sections: [sectionText('s-1', '1.1', a)], next: 's-1' },
      '/api/v1/documents/d-1/text?after=s-1': { sections: [sectionText('s-2', '1.2', b)], next: null },
      '/api/v1/documents/d-1/outline': outline,
    });
    const text = await gatherWhole(frame, { outline: { ...outline, sections: [] }, identity, isCut: false });
    expect(mock).toHaveBeenCalledTimes(3);
    expect(text).toMatchObject({
      ...{ kind: 'whole', isOfflineCopy: false, missing: [], hash: hashOfHashes([a, b]), document: { en: 'A strategy' } },
      chapters: [{ number: '1', sections: [{ number: '1.1', phase: 'agreed', seq: 3, hash: a }, { number: '1.2', hash: b }] }],
    });
  });

  it.each([
    ['when the line is known to be cut', true],
    ['when nobody answers', false],
  ])('[EX7] is made of the copies of this mandate %s, and names what is missing', async (_title, isCut) => {
    const mock = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    globalThis.fetch = mock;
    const { storage } = await openDevice();
    const bytes = seedUpdate({ blocks: ['Kept.'], lease: 1, newId: newParagraphId });
    await storage.replaceBase({ ...identity, sectionId: 's-2' }, { epoch: 1, schema: 1, seq: 1, bytes, at: Date.UTC(2026, 10, 23, 6) });
    await storage.replaceBase({ memberId: 'm', mandateId: 'other', sectionId: 's-1' }, { epoch: 1, schema: 1, seq: 1, bytes, at: 0 });
    expect(await gatherWhole(frame, { outline, identity, isCut })).toMatchObject({
      ...{ isOfflineCopy: true, missing: [{ number: '1.1', title: { en: 'Title 1.1' } }] },
      chapters: [{ number: '1', sections: [{ number: '1.2', phase: 'drafting', seq: 1, readAt: '2026-11-23T06:00:00.000Z' }] }],
    });
    expect(mock).toHaveBeenCalledTimes(isCut ? 0 : 1);
  });
});
