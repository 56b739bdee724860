import { newParagraphId, SCHEMA_VERSION } from '@expert-forum/collab';
import type { JoinedSection } from '@expert-forum/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

const OLD = { schema: 1 };

let forum: RunningForum;
let visitors: readonly [Visitor, Visitor];
let sectionIds: string[];
const open: RawConnection[] = [];

beforeAll(async () => {
  forum = await startDemonstration();
  const [first, second] = forum.drafting.drafters;
  visitors = [await forum.enter(first), await forum.enter(second)];
  await forum.query("UPDATE section SET phase = 'drafting' WHERE parent_id IS NOT NULL AND removed_at IS NULL");
  const rows = await forum.query("SELECT id FROM section WHERE parent_id IS NOT NULL AND phase = 'drafting' ORDER BY id");
  sectionIds = rows.map(({ id }) => String(id));
  await forum.query('INSERT INTO drafter (section_id, mandate_id) SELECT * FROM unnest($1::text[]) AS section CROSS JOIN unnest($2::uuid[]) AS mandate ON CONFLICT DO NOTHING', [
    sectionIds,
    visitors.map(({ mandateId }) => mandateId),
  ]);
}, 60_000);
afterEach(() => open.splice(0).forEach((connection) => connection.close()));
afterAll(() => forum.stop());

async function enter(sectionId: string, visitor: Visitor, { node = forum, ...auth }: { node?: Pick<RunningForum, 'url'>; schema?: number } = {}): Promise<RawConnection> {
  const connection = await RawConnection.of(node, visitor, auth);
  open.push(connection);
  await connection.join(sectionId);
  return connection;
}

const block = (name: string, ...content: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const element = new Y.XmlElement(name);
  element.setAttribute('id', newParagraphId());
  element.insert(0, content);
  return element;
};
const table = (words: string): Y.XmlElement => block('table', block('tableRow', block('tableHeader', block('paragraph', new Y.XmlText(words)))));
const words = (text: string): Y.XmlElement => paragraph(new Y.XmlText(text));

const schemaOf = async (sectionId: string): Promise<unknown> => (await forum.query('SELECT schema FROM section WHERE id = $1', [sectionId]))[0]?.['schema'];

/** Each test has a section of its own, as its schema only grows. */
function nextSection(): string {
  const id = sectionIds.shift();
  if (id === undefined) throw new Error('too few sections are being drafted');
  return id;
}

describe('a program of the first schema', () => {
  it('[R11] drafts together with the newest one, as long as the text needs nothing newer', async () => {
    const section = nextSection();
    const [old, newest] = [await enter(section, visitors[0], OLD), await enter(section, visitors[1])];
    expect(await newest.push([newest.append(words('of the newest'))])).toMatchObject({ ok: true });
    expect(await old.push([old.append(words('of the old'))])).toMatchObject({ ok: true });
    expect([old.applied.length, newest.applied.length]).toEqual([1, 1]);
    expect(await schemaOf(section)).toBe(1);
  });

  it('[R11] can have written nothing of the second', async () => {
    const section = nextSection();
    const old = await enter(section, visitors[0], OLD);
    expect(await old.push([old.append(table('too new'))])).toMatchObject({ ok: false, problem: { code: 'schema-violated', kind: 'rejected' } });
    expect(await schemaOf(section)).toBe(1);
  });

  it('[R11] is closed with 4409 before the first table reaches it, and what it had sent is in the text', async () => {
    const [section, elsewhere] = [nextSection(), nextSection()];
    const [old, far, newest] = [await enter(section, visitors[0], OLD), await enter(elsewhere, visitors[0], OLD), await enter(section, visitors[1])];
    const last = old.append(words('the last of the old'));
    const [closed, sent, answered] = await Promise.all([old.closed(), old.push([last]), newest.push([newest.append(table('new'))])]);
    expect(sent).toMatchObject({ ok: true });
    expect(answered).toMatchObject({ ok: true });
    expect(closed).toMatchObject({ code: 4409, problem: { code: 'schema-too-old' } });
    expect(old.applied).toEqual([]);
    expect(await schemaOf(section)).toBe(SCHEMA_VERSION);
    expect(await far.push([far.append(words('still here'))])).toMatchObject({ ok: true });
    const text = await forum.moderate('GET', `sections/${section}/text`);
    expect(JSON.stringify(text)).toContain('the last of the old');
  });

  it('[R11] does not get into such a section; the newer program sends what the old one left, under its lease', async () => {
    const section = nextSection();
    const old = await enter(section, visitors[0], OLD);
    const unsent = old.append(words('kept on the device'));
    const closing = old.closed();
    const newest = await enter(section, visitors[1]);
    await newest.push([newest.append(table('new'))]);
    await closing;
    const again = await RawConnection.of(forum, visitors[0], OLD);
    open.push(again);
    expect(await again.ask('section:join', { sectionId: section, schema: 1, resume: [], fresh: 1 })).toMatchObject({ problem: { code: 'schema-too-old' } });
    expect(await again.ask('section:join', { sectionId: section, schema: SCHEMA_VERSION, resume: [], fresh: 1 })).toMatchObject({ problem: { code: 'schema-too-old' } });
    const reloaded = await RawConnection.of(forum, visitors[0]);
    open.push(reloaded);
    const joined = await reloaded.ask<JoinedSection>('section:join', { sectionId: section, schema: SCHEMA_VERSION, resume: [old.lease], fresh: 0 });
    if (!joined.ok) throw new Error(joined.problem.code);
    const { channel, epoch } = joined.value;
    expect(await reloaded.push([unsent], { channel, epoch, lease: old.lease })).toMatchObject({ ok: true });
  });

  it('[R11] is closed on another node too, before that node has told it anything newer', async () => {
    const section = nextSection();
    const node = await forum.addNode();
    const [old, newest] = [await enter(section, await node.enter(forum.drafting.drafters[0]), { node, ...OLD }), await enter(section, visitors[1])];
    const closing = old.closed();
    await newest.push([newest.append(words('both can show this'))]);
    await newest.push([newest.append(table('one cannot show this'))], { firstN: 2 });
    expect(await closing).toMatchObject({ code: 4409 });
    const received = new Y.Doc();
    if (old.joined !== null) Y.applyUpdate(received, new Uint8Array(old.joined.state));
    expect(old.applied.length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(old.applied.map((frame) => Buffer.from(frame).toString('latin1')))).not.toContain('tableRow');
  });
});
