import type { ThreadView } from '@expert-forum/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import * as Y from 'yjs';
import { AnchorsRepository } from '../../src/features/threads/anchors.repository.js';
import { KeepAnchors } from '../../src/features/threads/keep-anchors.js';
import { block, paragraph } from '../drafting/raw-connection.fixture.js';
import { Discussion, type Reader } from './discussion.fixture.js';
import { find, remove, splitBefore } from './text-edits.fixture.js';

const WORDS = 'equal nodes, with a light';

let discussion: Discussion;
let expert: Reader;
let stranger: Reader;
let thread: ThreadView;

beforeEach(async () => {
  discussion = await Discussion.start();
  expert = await discussion.read('expert');
  stranger = await discussion.read('stranger');
  thread = await discussion.open('moderator', expert, { about: WORDS });
}, 60_000);
afterEach(() => discussion.stop());

const changed = (reader: Reader, isSo: (thread: ThreadView) => boolean): Promise<ThreadView> => reader.until((each) => each.id === thread.id && isSo(each));
const onBoth = (isSo: (thread: ThreadView) => boolean): Promise<ThreadView[]> => Promise.all([expert, stranger].map((reader) => changed(reader, isSo)));
/** Resolves when this node has looked at what was committed so far; of what nobody sees nobody is told. */
async function looked(): Promise<void> {
  const rows: { channel: number }[] = await discussion.forum.dataSource.query('SELECT channel FROM section WHERE id = $1', [discussion.sectionId]);
  await discussion.forum.app.get(KeepAnchors, { strict: false }).looked(rows[0]?.channel ?? 0);
}

const stored = async (): Promise<ThreadView | undefined> => (await discussion.list('observer')).find(({ id }) => id === thread.id);

describe('the words of a thread', () => {
  it('[TH12] [TH15] are moved by the server when their paragraph is split, and shown alike to all', async () => {
    await expert.write(splitBefore('nodes'));
    await stranger.untilWritten('nodes, with a light legal form.');
    const [seen, alike] = await onBoth(({ version }) => version === 2);
    expect(alike).toEqual(seen);
    expect([expert, stranger].map((reader) => seen && reader.words(seen.anchor))).toEqual([WORDS, WORDS]);
    expect(seen?.anchor.paragraphId).toBe(thread.anchor.paragraphId);
    expect(await stored()).toEqual(seen);
  });

  it('[TH16] are looked for again where another node was faster, with an older text', async () => {
    await discussion.forum.dataSource.query('UPDATE thread SET anchor_seq = anchor_seq - 1, version = version + 1 WHERE id = $1', [thread.id]);
    await expert.write(remove(WORDS));
    const [seen] = await onBoth(({ isDetached }) => isDetached);
    expect(await stored()).toEqual(seen);
  });

  it('[TH16] are looked for again when a look has failed', async () => {
    await discussion.forum.dataSource.query(`
      CREATE SEQUENCE look;
      CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('look') = 1 THEN RAISE 'the connection was lost'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fail_once BEFORE UPDATE ON thread FOR EACH ROW EXECUTE FUNCTION fail_once()`);
    await expert.write(remove(WORDS));
    const [seen] = await onBoth(({ isDetached }) => isDetached);
    expect(await stored()).toEqual(seen);
  });

  it('[TH12] need not be moved for what is typed in them, and are known as they read then', async () => {
    await stranger.write((body) => {
      const { text, at } = find(body, ' light');
      text.insert(at, ' really');
    });
    await expert.untilWritten(' really');
    await expert.write(remove(' a really'));
    await looked();
    await expert.write(splitBefore('equal'));
    const seen = await changed(expert, ({ version }) => version === 2);
    expect(expert.words(seen.anchor)).toBe('equal nodes, with light');
    expect(seen.anchor.quote.text).toBe(WORDS);
    expect(seen.anchor.paragraphId).not.toBe(thread.anchor.paragraphId);
  });

  it('[TH16] are stored as they read when everybody has left', async () => {
    await stranger.write((body) => find(body, ' light').text.insert(find(body, ' light').at, ' really'));
    await looked();
    [expert, stranger].forEach(({ raw }) => raw.close());
    for (let isStored = false; !isStored; ) {
      const rows: unknown[] = await discussion.forum.dataSource.query("SELECT FROM thread WHERE anchor #>> '{wordings,0,text}' = 'equal nodes, with a really light'");
      isStored = rows.length > 0;
    }
    expect(await stored()).toEqual(thread); // nobody could have seen a difference
  });

  it('[TH13] [TH15] that are deleted leave the thread detached, and an undo attaches it again, on every replica', async () => {
    const undo = new Y.UndoManager(expert.raw.doc.getXmlFragment('body'));
    await expert.write(remove(WORDS));
    const [gone] = await onBoth(({ isDetached }) => isDetached);
    expect(gone).toMatchObject({ version: 2, state: 'open', anchor: { quote: { text: WORDS } } });
    await expert.write(() => undo.undo());
    const [back] = await onBoth(({ version }) => version === 3);
    await stranger.untilWritten(WORDS);
    expect(back?.isDetached).toBe(false);
    expect([expert, stranger].map((reader) => back && reader.words(back.anchor))).toEqual([WORDS, WORDS]);
    expect((await discussion.ledger()).map(({ verb }) => verb)).toEqual(['thread:opened']); // [TH16]
  });

  it('[TH13] are followed when their paragraph is put elsewhere in the section', async () => {
    await expert.write((body) => {
      const { index, text } = find(body, WORDS);
      const words = text.toString();
      body.delete(index, 1);
      body.insert(0, [block('blockquote', paragraph(new Y.XmlText(words)))]);
    });
    const seen = await changed(stranger, ({ version }) => version === 2);
    expect(seen.isDetached).toBe(false);
    await stranger.untilWritten('legal form.The Hub');
    expect(stranger.words(seen.anchor)).toBe(WORDS);
  });

  it('[TH13] are found again by a node that was started while they were gone', async () => {
    const undo = new Y.UndoManager(expert.raw.doc.getXmlFragment('body'));
    await expert.write(remove(WORDS));
    await changed(expert, ({ isDetached }) => isDetached);
    const { reader: far, close } = await readElsewhere();
    await expert.write(() => undo.undo());
    const back = await changed(far, ({ isDetached, version }) => !isDetached && version === 3);
    await far.untilWritten(WORDS);
    expect(far.words(back.anchor)).toBe(WORDS);
    await close();
  });

  it('[TH16] are moved once by whoever finds it first', async () => {
    const anchors = discussion.forum.app.get(AnchorsRepository, { strict: false });
    const before = await anchors.find(thread.id);
    if (before === null) throw new Error('not stored');
    const gone = [{ before, after: { anchor: before.anchor, isDetached: true } }];
    const stored = await Promise.all([anchors.move(gone, 2), anchors.move(gone, 2)]);
    expect(stored.map(({ size }) => size).sort()).toEqual([0, 1]);
    expect((await discussion.list('observer'))[0]).toMatchObject({ version: 2, isDetached: true });
  });

  it('[TH11] that are deleted before the thread arrives are gone, and the thread is refused', async () => {
    const places = stranger.places('Costs are shared');
    await expert.write(remove('Costs are shared'));
    const refused = await discussion.ask('stranger', 'POST', `sections/${discussion.sectionId}/threads`, discussion.newThread(places));
    expect(refused).toMatchObject({ status: 409, body: { code: 'anchor-gone' } });
  });

  it('[TH11] that are not received yet are unknown, and known once they are', async () => {
    const update = expert.raw.change((body) => body.push([paragraph(new Y.XmlText('Just typed'))]));
    const open = () => discussion.ask('expert', 'POST', `sections/${discussion.sectionId}/threads`, discussion.newThread(expert.places('Just typed')));
    expect((await open()).body).toMatchObject({ code: 'anchor-unknown', retryAfter: 1 });
    await expert.raw.push([update]);
    expect((await open()).body).toMatchObject({ anchor: { quote: { text: 'Just typed' } } });
  });

  it('[TH14] are chosen anew by hand once they are gone, by whoever may settle the thread', async () => {
    const attach = (who: 'expert' | 'moderator') => discussion.ask(who, 'PUT', `threads/${thread.id}/anchor`, expert.places('Costs'));
    expect((await attach('moderator')).body.code).toBe('thread-attached');
    await expert.write(remove(WORDS));
    await changed(expert, ({ isDetached }) => isDetached);
    expect((await attach('expert')).body.code).toBe('thread-not-yours');
    const { body } = await attach('moderator');
    expect(body).toMatchObject({ version: 3, isDetached: false, anchor: { quote: { text: 'Costs' } } });
    expect((await discussion.ledger()).at(-1)).toMatchObject({ verb: 'thread:attached', object: { thread: thread.id } });
    await expert.write(splitBefore('sts are'));
    const seen = await changed(stranger, ({ version }) => version === 4);
    await stranger.untilWritten('sts are');
    expect(stranger.words(seen.anchor)).toBe('Costs');
  });

  it('[TH12] are followed for every thread of the section, also for one that is resolved', async () => {
    await discussion.must('moderator', 'POST', `threads/${thread.id}/resolution`, { disposition: 'noted', reason: 'Seen.' });
    await discussion.forum.dataSource.query(
      `WITH opened AS (INSERT INTO thread (id, section_id, visibility, anchor, anchor_seq, state, opened_by, opened_at)
         SELECT gen_random_uuid(), section_id, 'forum', anchor, anchor_seq, 'open', opened_by, opened_at FROM thread, generate_series(1, 99)
         RETURNING id, opened_by, opened_at)
       INSERT INTO comment (id, thread_id, position, mandate_id, key, body, mentions, created_at)
         SELECT gen_random_uuid(), id, 1, opened_by, gen_random_uuid(), 'x', '{}', opened_at FROM opened`,
    );
    const { reader: far, close } = await readElsewhere();
    const ids = (await discussion.list('observer')).map(({ id }) => id);
    await far.write(splitBefore('network'));
    const seen = await Promise.all(ids.map((id) => far.until((each) => each.id === id && each.anchor.paragraphId !== thread.anchor.paragraphId)));
    expect(seen).toHaveLength(100);
    expect(new Set(seen.map(({ anchor }) => far.words(anchor)))).toEqual(new Set([WORDS]));
    await close();
  });

  /** The stranger, by another node. */
  async function readElsewhere(): Promise<{ reader: Reader; close: () => Promise<void> }> {
    const node = await discussion.forum.anotherNode();
    const server: Server = await node.listen(0, '127.0.0.1');
    const address = server.address();
    const reader = await discussion.read('stranger', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    const close = async (): Promise<void> => {
      reader.raw.close();
      await node.close();
    };
    return { reader, close };
  }
});
