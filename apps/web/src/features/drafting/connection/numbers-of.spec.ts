import { describe, expect, it } from '@jest/globals';
import { toDocumentJson } from '@expert-forum/collab';
import { numbersOf } from './numbers-of.js';
import { offlineSection } from './section.fixture.js';

describe('numbers of paragraphs', () => {
  it('[OU16] are found by their ids; what holds no words has none', async () => {
    const section = await offlineSection({ blocks: ['First.', '', 'Second.'] });
    const ids = (toDocumentJson(section.doc).content ?? []).map(({ attrs }) => String(attrs?.['id']));
    expect(ids.map((id) => numbersOf(section.doc).get(id))).toEqual([1, undefined, 2]);
    await section.destroy();
  });
});
