import { hashOfDocument, toDocumentJson, type NodeJson } from '@expert-forum/collab';
import { checkText, realRuntime, type SectionConnection } from '@expert-forum/collab/client';
import type { TextComparison } from '@expert-forum/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum } from './demonstration.fixture.js';
import { textOf, type, until } from './typing.fixture.js';

let forum: RunningForum;
let recorded: jest.SpiedFunction<Logger['error']>;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  forum = await startDemonstration();
}, 60_000);
beforeEach(() => {
  recorded = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  recorded.mockRestore();
  for (const end of ends.splice(0)) await end();
});
afterAll(() => forum.stop());

async function openAs(email: string): Promise<SectionConnection> {
  const section = (await forum.enter(email)).open(forum.drafting.sectionId);
  ends.push(() => section.destroy());
  await section.synced;
  return section;
}

const isComparison = (value: unknown): value is TextComparison => typeof value === 'object' && value !== null && 'verdict' in value;

interface Screen {
  readonly shown?: () => NodeJson;
  /** Called before the text is loaded again. */
  readonly onDifferent?: () => void;
}

/** A screen that compares its text; resolves with the first answer. */
function watch(section: SectionConnection, { shown = () => toDocumentJson(section.doc), onDifferent = () => undefined }: Screen = {}): Promise<TextComparison['verdict']> {
  return new Promise((resolve) => {
    const compare = async ({ epoch, seq, document, editor }: { epoch: number; seq: number; document: string; editor: string | null }): Promise<TextComparison['verdict']> => {
      const query = new URLSearchParams({ epoch: String(epoch), seq: String(seq), document, editor: editor ?? document });
      const answer = await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text-comparison?${query}`);
      if (!isComparison(answer)) throw new Error('this is no comparison');
      resolve(answer.verdict);
      return answer.verdict;
    };
    ends.unshift(checkText({ section, runtime: { ...realRuntime, random: () => 0 }, shown, hash: async (document) => hashOfDocument(document), compare, onDifferent }));
  });
}

/** Changes letters of a replica without an update: its state vector stays what it was. */
function falsify(doc: Y.Doc): void {
  for (const block of doc.getXmlFragment('body').toArray()) {
    const text: unknown = block instanceof Y.XmlElement ? block.get(0) : null;
    let item = text instanceof Y.XmlText ? text._start : null;
    while (item !== null && (item.deleted || !(item.content instanceof Y.ContentString))) item = item.right;
    if (!(item?.content instanceof Y.ContentString)) continue;
    item.content.str = '¿'.repeat(item.content.str.length);
    return;
  }
  throw new Error('there are no letters');
}

const reloaded = (section: SectionConnection): Promise<void> => new Promise((resolve) => void section.on('replaced', () => resolve()));

describe('[R2] screens that compare their text over real sockets', () => {
  it('find one that differs at an equal state vector, load it again, and what is unsent then is sent and in no tray', async () => {
    const [first, second] = forum.drafting.drafters;
    const [screen, other] = [await openAs(first), await openAs(second)];
    type(screen, 'before');
    await screen.saved();
    await until(other, () => textOf(other).includes('before'));
    falsify(screen.doc);
    expect(Y.encodeStateVector(screen.doc)).toHaveLength(Y.encodeStateVector(other.doc).byteLength);
    expect(screen.contentHash()?.hash).not.toBe(other.contentHash()?.hash);

    const loaded = reloaded(screen);
    expect(await watch(screen, { onDifferent: () => type(screen, 'meanwhile') })).toBe('different');
    await loaded;
    expect([screen.statusDetails.hasText, textOf(screen).includes('¿')]).toEqual([true, false]);
    await until(other, () => textOf(other).includes('meanwhile'));
    await until(screen, () => screen.statusDetails.unsent === 0 && screen.statusDetails.isEditable);
    expect(screen.contentHash()).toEqual(other.contentHash());
    expect([screen.tray, textOf(screen).split('meanwhile').length]).toEqual([[], 2]);
    expect(recorded.mock.calls).toEqual([[expect.objectContaining({ event: 'text-diverged', section: forum.drafting.sectionId })]]);
  });

  it('find an editor that shows something else, give it another document, and what is typed then is received', async () => {
    const screen = await openAs(forum.drafting.drafters[0]);
    const { doc } = screen;
    const loaded = reloaded(screen);
    expect(await watch(screen, { shown: () => ({ type: 'doc', content: [{ type: 'paragraph' }] }) })).toBe('different');
    await loaded;
    expect(screen.doc).not.toBe(doc);
    await until(screen, () => screen.statusDetails.isEditable);
    type(screen, 'afterwards');
    await screen.saved();
  });

  it('say nothing while texts are equal', async () => {
    const screen = await openAs(forum.drafting.drafters[0]);
    const { doc } = screen;
    expect(await watch(screen)).toBe('same');
    type(screen, 'received behind the answer');
    await screen.saved();
    expect(screen.doc).toBe(doc);
    expect(recorded).not.toHaveBeenCalled();
  });
});
