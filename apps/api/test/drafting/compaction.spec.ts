import { contentHash } from '@expert-forum/collab';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import * as Y from 'yjs';
import { compactSection } from '../../src/features/drafting/compaction/compact-section.js';
import { verifyTexts } from '../../src/features/drafting/compaction/verify-texts.js';
import { openDataSource } from '../../src/platform/database/data-source.js';
import { startDemonstration, type RunningForum } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

let forum: RunningForum;
let database: Client;
const open: RawConnection[] = [];

beforeAll(async () => {
  forum = await startDemonstration();
  database = new Client({ connectionString: forum.databaseUrl });
  await database.connect();
}, 60_000);
afterEach(() => open.splice(0).forEach((connection) => connection.close()));
afterAll(async () => {
  await database.end();
  await forum.stop();
});

async function enter(node: Pick<RunningForum, 'url' | 'enter'> = forum): Promise<RawConnection> {
  const connection = await RawConnection.of(node, await node.enter(forum.drafting.drafters[0]));
  open.push(connection);
  await connection.join(forum.drafting.sectionId);
  return connection;
}

const append = (connection: RawConnection, text: string): Uint8Array => connection.append(paragraph(new Y.XmlText(text)));
const channelOf = async (): Promise<number> => Number((await forum.query('SELECT channel FROM section WHERE id = $1', [forum.drafting.sectionId]))[0]?.['channel']);
const states = (): Promise<Record<string, unknown>[]> =>
  forum.query('SELECT seq, hash FROM section_snapshot WHERE section_id = $1 ORDER BY seq', [forum.drafting.sectionId]);

describe('a write', () => {
  it('[CO3] costs the database rows of the log alone: it does not touch the row of its section', async () => {
    const touched = (): Promise<Record<string, unknown>[]> => forum.query('SELECT ctid, xmin, xmax FROM section WHERE id = $1', [forum.drafting.sectionId]);
    const writer = await enter();
    const before = await touched();
    expect(await writer.push([append(writer, 'one'), append(writer, 'two')])).toMatchObject({ ok: true });
    expect(await touched()).toEqual(before);
  });
});

describe('a text that was written as a state', () => {
  it('[CO1] is loaded from it and the rows behind it, alike on a node that had nothing', async () => {
    const writer = await enter();
    await writer.push(['one', 'two', 'three'].map((text) => append(writer, text)));
    const seq = await compactSection(database, await channelOf(), () => 1);
    expect(await states()).toMatchObject([{ seq }]);
    await writer.push([append(writer, 'behind the state')], { firstN: 4 });

    const reader = await enter(await forum.addNode());
    expect(contentHash(reader.doc)).toBe(contentHash(writer.doc));
    expect(await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`)).toMatchObject({ hash: contentHash(writer.doc), seq: Number(seq) + 1 });
  });

  it('[CO1] [R5] knows what each lease has stored: resent updates are answered with their seqs, and the lease goes on', async () => {
    const writer = await enter();
    const update = append(writer, 'stored once');
    const answer = await writer.push([update]);
    await compactSection(database, await channelOf(), () => 1);
    const node = await forum.addNode();
    const again = await RawConnection.of(node, await node.enter(forum.drafting.drafters[0]));
    open.push(again);
    const joined = await again.ask<{ channel: number; epoch: number; leases: object[] }>('section:join', { sectionId: forum.drafting.sectionId, schema: 2, resume: [writer.lease], fresh: 0 });
    if (!joined.ok) throw new Error(joined.problem.code);
    const { channel, epoch } = joined.value;
    expect(joined.value.leases).toEqual([{ lease: writer.lease, lastN: 1 }]);
    expect(await again.push([update], { channel, epoch, lease: writer.lease })).toEqual(answer);
    expect(await again.push([append(writer, 'the next')], { channel, epoch, lease: writer.lease, firstN: 2 })).toMatchObject({ ok: true });
  });

  it('[CO1] replaces the state before it, and is not made for a few rows', async () => {
    const channel = await channelOf();
    const writer = await enter();
    await writer.push([append(writer, 'more')]);
    const asked: number[] = [];
    expect(await compactSection(database, channel, (bytesBefore) => asked.push(bytesBefore) * 1_000)).toBeNull();
    const [{ bytes } = {}] = await forum.query('SELECT length(state) AS bytes FROM section_snapshot WHERE section_id = $1', [forum.drafting.sectionId]);
    expect(asked).toEqual([bytes]);
    const seq = await compactSection(database, channel, () => 1);
    expect(await states()).toEqual([{ seq, hash: contentHash(writer.doc) }]);
    const [{ rows } = {}] = await forum.query('SELECT count(*)::int AS rows FROM section_update JOIN section USING (channel) WHERE id = $1', [forum.drafting.sectionId]);
    expect(rows).toBe(seq);
  });

  it('[CO1] is verified against its log, and a state or a log that was tampered with is named', async () => {
    const dataSource = await openDataSource(forum.databaseUrl);
    const { sectionId } = forum.drafting;
    try {
      expect(await verifyTexts(dataSource)).toMatchObject({ states: 1, fault: null });
      await forum.query("UPDATE section_snapshot SET hash = 'forged' WHERE section_id = $1", [sectionId]);
      const [{ seq } = {}] = await states();
      expect(await verifyTexts(dataSource)).toMatchObject({ fault: { sectionId, seq, kind: 'state' } });
      await forum.query('DELETE FROM section_update USING section WHERE section_update.channel = section.channel AND id = $1 AND seq = 2', [sectionId]);
      expect(await verifyTexts(dataSource)).toMatchObject({ fault: { sectionId, seq: 2, kind: 'hole' } });
    } finally {
      await dataSource.destroy();
    }
  });
});
