import { newParagraphId } from '@expert-forum/collab';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { RawConnection } from './raw-connection.fixture.js';

let forum: RunningForum;
let writer: Visitor;
let raw: RawConnection;

const open = async (visitor: Visitor, auth: object = {}, headers = {}): Promise<RawConnection> =>
  RawConnection.open(forum.url, { ticket: await visitor.signedIn.ticket(), ...auth }, headers);

const stored = async (): Promise<{ seq: number; hash: string }> => {
  const text = await forum.moderate('GET', `sections/${forum.drafting.sectionId}/text`);
  return text as { seq: number; hash: string };
};

beforeAll(async () => {
  forum = await startDemonstration();
  writer = await forum.enter(forum.drafting.drafters[0]);
}, 60_000);
afterAll(() => forum.stop());

describe('handshakes', () => {
  it('[P4] a ticket opens one connection', async () => {
    const ticket = await writer.signedIn.ticket();
    const first = await RawConnection.open(forum.url, { ticket });
    await expect(RawConnection.open(forum.url, { ticket })).rejects.toMatchObject({ code: 'ticket-invalid', status: 401 });
    first.close();
  });

  it.each([[{ ticket: 'unknown' }], [{ ticket: 7 }], [{}]])('[P4] %j is no ticket', async (auth) => {
    await expect(RawConnection.open(forum.url, auth)).rejects.toMatchObject({ code: 'ticket-invalid' });
  });

  it('[R11] an older program is told to load again', async () => {
    await expect(open(writer, { protocol: 0 })).rejects.toMatchObject({ code: 'client-too-old' });
    await expect(open(writer, { schema: 0 })).rejects.toMatchObject({ code: 'client-too-old' });
  });

  it('[P4] a page of another site gets no socket', async () => {
    await expect(open(writer, {}, { origin: 'https://elsewhere.example' })).rejects.toThrow('websocket error');
    const own = await open(writer, {}, { origin: forum.url });
    own.close();
  });
});

describe('pushed updates', () => {
  let before: { seq: number; hash: string };
  beforeEach(async () => {
    raw = await open(writer);
    await raw.join(forum.drafting.sectionId);
    before = await stored();
  });
  afterEach(async () => {
    raw.close();
    expect(await stored()).toEqual(before);
  });

  const paragraph = (...children: (Y.XmlText | Y.XmlElement)[]): Y.XmlElement => {
    const element = new Y.XmlElement('paragraph');
    element.setAttribute('id', newParagraphId());
    element.insert(0, children);
    return element;
  };
  const append = (element: Y.XmlElement | Y.XmlText): Uint8Array => raw.change((body) => body.insert(body.length, [element]));

  it('[R1] under a foreign client id are refused', async () => {
    const update = append(paragraph(new Y.XmlText('squatted')));
    expect(await raw.push([update], { lease: raw.lease + 1 })).toMatchObject({ ok: false, problem: { code: 'lease-unknown', kind: 'rejected', n: 1 } });
    raw.doc.clientID = 4_711;
    const foreign = append(paragraph(new Y.XmlText('squatted')));
    raw.doc.clientID = raw.joined?.granted[0] ?? 0;
    expect(await raw.push([foreign])).toMatchObject({ ok: false, problem: { code: 'update-not-own', kind: 'rejected' } });
  });

  it('[R4] that leave a gap are asked for again', async () => {
    append(paragraph(new Y.XmlText('never sent')));
    const second = append(paragraph(new Y.XmlText('sent')));
    expect(await raw.push([second])).toMatchObject({ ok: false, problem: { code: 'update-gap', kind: 'resync', n: 1 } });
    expect(await raw.push([second], { firstN: 3 })).toMatchObject({ ok: false, problem: { code: 'update-gap', kind: 'resync', n: 3 } });
  });

  it('[R4] with GC structs are refused', async () => {
    const collected = new Y.Doc({ gc: true });
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(raw.doc));
    const known = Y.encodeStateVector(collected);
    collected.clientID = raw.lease;
    const body = collected.getXmlFragment('body');
    body.insert(0, [paragraph(new Y.XmlText('gone'))]);
    body.delete(0, 1);
    const update = Y.encodeStateAsUpdate(collected, known);
    expect(await raw.push([update])).toMatchObject({ ok: false, problem: { code: 'update-not-as-emitted', kind: 'rejected' } });
  });

  it('[R11] with loose text in the root, a row in a paragraph or an unknown root are refused', async () => {
    const cases = [
      () => append(new Y.XmlText('loose')),
      () => append(paragraph(new Y.XmlElement('tableRow'))),
      () => raw.change(() => raw.doc.getMap('hidden').set('a', 1)),
      () => raw.change((body) => body.get(0) instanceof Y.XmlElement && (body.get(0) as Y.XmlElement).setAttribute('onclick', 'alert(1)')),
    ];
    for (const make of cases) {
      raw.close();
      raw = await open(writer);
      await raw.join(forum.drafting.sectionId);
      expect(await raw.push([make()])).toMatchObject({ ok: false, problem: { code: 'schema-violated', kind: 'rejected' } });
    }
  });

  it('[R18] that change a paragraph id are refused', async () => {
    const update = raw.change((body) => {
      const first = body.get(0);
      if (first instanceof Y.XmlElement) first.setAttribute('id', newParagraphId());
    });
    expect(await raw.push([update])).toMatchObject({ ok: false, problem: { code: 'paragraph-id-changed', kind: 'rejected' } });
  });

  it('[R19] of another epoch are refused', async () => {
    const update = append(paragraph(new Y.XmlText('late')));
    expect(await raw.push([update], { epoch: 9 })).toMatchObject({ ok: false, problem: { code: 'epoch-changed', kind: 'rejected' } });
  });

  it('[P11] that cannot be read are refused', async () => {
    const cut = append(paragraph(new Y.XmlText('cut off'))).slice(0, -4);
    expect(await raw.push([cut])).toMatchObject({ ok: false, problem: { code: 'update-malformed' } });
    expect(await raw.ask('update:push', Uint8Array.of(255, 255))).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
    expect(await raw.ask('update:push', 'words')).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
    expect(await raw.ask('update:part', Uint8Array.of(0))).toMatchObject({ ok: false, problem: { code: 'frame-malformed' } });
  });

  it('[P4] of somebody who may only read are refused', async () => {
    const reader = await forum.enter('observer1@partner.example');
    const other = await open(reader);
    const { mayWrite, granted } = await other.join(forum.drafting.sectionId);
    expect([mayWrite, granted]).toEqual([{ ok: false, problem: 'not-a-drafter' }, []]);
    other.doc.clientID = 77;
    const update = other.change((body) => body.insert(0, [paragraph(new Y.XmlText('unasked'))]));
    expect(await other.push([update])).toMatchObject({ ok: false, problem: { code: 'not-a-drafter', kind: 'rejected' } });
    other.close();
  });
});

describe('commands', () => {
  beforeEach(async () => {
    raw = await open(writer);
  });
  afterEach(() => raw.close());

  it('[P11] about a section that is not there get a problem', async () => {
    const ask = { sectionId: 's-0000000000', schema: 1, resume: [], fresh: 1 };
    expect(await raw.ask('section:join', ask)).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
  });

  it('[P11] of a wrong form name what is wrong', async () => {
    const answer = await raw.ask('section:join', { sectionId: '1', schema: 1, resume: 'all', fresh: 9, extra: true });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    const pointers = answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer }) => pointer);
    expect([...new Set(pointers)].sort()).toEqual(['/extra', '/fresh', '/resume', '/sectionId']);
  });

  it('[P11] for a section that was not joined are refused', async () => {
    expect(await raw.push([Uint8Array.of(0, 0)])).toMatchObject({ ok: false, problem: { code: 'not-joined' } });
  });

  it('[P11] that do not exist close the connection, and nobody else’s', async () => {
    const other = await open(writer);
    const reason = raw.closed();
    raw.socket.emit('section:delete', {});
    expect(await reason).toMatchObject({ code: 4400 });
    expect(await other.join(forum.drafting.sectionId)).toMatchObject({ epoch: 1 });
    other.close();
  });

  it('[P11] without an acknowledgement are harmless', async () => {
    raw.socket.emit('section:join', { sectionId: forum.drafting.sectionId, schema: 1, resume: [], fresh: 0 });
    expect(await raw.join(forum.drafting.sectionId)).toMatchObject({ epoch: 1 });
  });
});

describe('rights on open connections', () => {
  it('[P4] a removed drafter is refused from the commit on and told so; named again, goes on', async () => {
    const { sectionId } = forum.drafting;
    raw = await open(writer);
    await raw.join(sectionId);
    const told = new Promise((resolve) => raw.socket.once('rights:changed', resolve));
    await forum.moderate('DELETE', `sections/${sectionId}/drafters/${writer.mandateId}`);
    const update = raw.change((body) => body.delete(0, 1));
    expect(await raw.push([update])).toMatchObject({ ok: false, problem: { code: 'not-a-drafter' } });
    expect(await told).toEqual({ sectionId, mayWrite: { ok: false, problem: 'not-a-drafter' } });
    await forum.moderate('POST', `sections/${sectionId}/drafters`, { mandateId: writer.mandateId });
    raw.close();
  });

  it('[P4] signing out everywhere ends the open connections', async () => {
    const leaver = await forum.enter(forum.drafting.drafters[1]);
    const other = await open(leaver);
    const reason = other.closed();
    await leaver.signedIn.signOut();
    expect(await reason).toMatchObject({ code: 4401, problem: { code: 'login-required' } });
  });
});
