import { newParagraphId } from '@expert-forum/collab';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import * as Y from 'yjs';
import { compactSection } from '../../src/features/drafting/compaction/compact-section.js';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

const MARK = 'words that were taken back before anybody else came';

let forum: RunningForum;
let writer: Visitor;
let reader: Visitor;

const open = (visitor: Visitor): Promise<RawConnection> => RawConnection.of(forum, visitor);
const holds = (bytes: Uint8Array, words = MARK): boolean => Buffer.from(bytes).includes(words);
const shownTo = ({ doc }: RawConnection): string => doc.getXmlFragment('body').toString();

/** The text is given back with its last reader: whoever comes next is shown what is stored. */
async function leave(...everybody: RawConnection[]): Promise<void> {
  for (const connection of everybody) {
    expect(await connection.ask('section:leave', { sectionId: forum.drafting.sectionId })).toMatchObject({ ok: true });
    connection.close();
  }
}

beforeAll(async () => {
  forum = await startDemonstration();
  [writer, reader] = [await forum.enter(forum.drafting.drafters[0]), await forum.enter(forum.drafting.drafters[1])];
}, 60_000);
afterAll(() => forum.stop());

async function writeState(): Promise<void> {
  const database = new Client({ connectionString: forum.databaseUrl });
  await database.connect();
  await compactSection(database, (await forum.query('SELECT channel FROM section WHERE id = $1', [forum.drafting.sectionId]))[0]?.['channel'] as number, () => 1);
  await database.end();
}

describe('who joins when nobody is there', () => {
  it('[R8] is sent a state and the rows behind it as long as none takes anything away, and sees the same text', async () => {
    await writeState();
    const typist = await open(writer);
    await typist.join(forum.drafting.sectionId);
    expect(await typist.push([typist.append(paragraph(new Y.XmlText('words that stay')))])).toMatchObject({ ok: true });
    const written = shownTo(typist);
    await leave(typist);

    const late = await open(reader);
    const { state } = await late.join(forum.drafting.sectionId);
    expect([holds(new Uint8Array(state), 'words that stay'), ...late.applied.map((frame) => holds(frame, 'words that stay'))]).toEqual([false, true]);
    expect(shownTo(late)).toBe(written);
    await leave(late);
  });

  it('[R8] [P5] is sent no words that the rows behind the state bring and take back, nor any that were meant for a removed block', async () => {
    const [typist, other] = [await open(writer), await open(reader)];
    await typist.join(forum.drafting.sectionId);
    const typed = typist.append(paragraph(new Y.XmlText('a block to be removed')));
    await typist.push([typed]);
    await other.join(forum.drafting.sectionId);
    const removed = typist.change((body) => body.delete(body.length - 1, 1));
    expect(await typist.push([removed], { firstN: 2 })).toMatchObject({ ok: true });
    const late = other.change((body) => {
      const last = body.get(body.length - 1);
      if (last instanceof Y.XmlElement && last.get(0) instanceof Y.XmlText) (last.get(0) as Y.XmlText).insert(0, MARK);
    });
    expect(await other.push([late])).toMatchObject({ ok: false, problem: { code: 'parent-gone' } });
    await leave(typist, other);

    const newcomer = await open(reader);
    const { state } = await newcomer.join(forum.drafting.sectionId);
    const sent = [new Uint8Array(state), ...newcomer.applied];
    expect(sent.map((bytes) => holds(bytes) || holds(bytes, 'a block to be removed'))).toEqual([false]);
    expect(shownTo(newcomer)).toContain('words that stay');
    await leave(newcomer);
  });
});

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
