import type { SectionConnection } from '@expert-forum/collab/client';
import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { type } from '../client/typing.fixture.js';

const OTHER = '0'.repeat(64);

let forum: RunningForum;
let section: SectionConnection;

beforeAll(async () => {
  forum = await startDemonstration();
  section = (await forum.enter(forum.drafting.drafters[0])).open(forum.drafting.sectionId);
  await section.synced;
  type(section, 'what everybody has');
  await section.saved();
}, 60_000);
afterAll(async () => {
  await section.destroy();
  await forum.stop();
});

const compare = (change: object = {}): Promise<unknown> => {
  const { epoch, seq } = section.settledAt() ?? { epoch: 0, seq: 0 };
  const hash = section.contentHash()?.hash ?? '';
  const shown = { epoch: String(epoch), seq: String(seq), document: hash, editor: hash, ...change };
  return forum.moderate('GET', `sections/${forum.drafting.sectionId}/text-comparison?${new URLSearchParams(shown)}`);
};

describe('[R2] a text that a screen compares with the server’s', () => {
  it('is the same, and nothing is recorded', async () => {
    const recorded = jest.spyOn(Logger.prototype, 'error');
    expect(await compare()).toEqual({ verdict: 'same' });
    expect(recorded).not.toHaveBeenCalled();
    recorded.mockRestore();
  });

  it.each([['document', { document: OTHER }], ['editor', { editor: OTHER }]])('is another one in its %s: that is said, and recorded with both hashes', async (_where, change) => {
    const recorded = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    expect(await compare(change)).toEqual({ verdict: 'different' });
    const { sectionId } = forum.drafting;
    expect(recorded.mock.calls).toEqual([[expect.objectContaining({ event: 'text-diverged', section: sectionId, hash: section.contentHash()?.hash, ...change })]]);
    recorded.mockRestore();
  });

  it('has gone on, or is of another epoch: nothing is said of it', async () => {
    expect(await compare({ seq: '0', document: OTHER })).toEqual({ verdict: 'elsewhere' });
    expect(await compare({ epoch: '9', document: OTHER })).toEqual({ verdict: 'elsewhere' });
  });
});
