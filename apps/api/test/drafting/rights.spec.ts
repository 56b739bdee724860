import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestDatabase } from '@expert-forum/testing';
import * as Y from 'yjs';
import { VIEW } from '../../src/features/drafting/store/statements.js';
import { startDemonstration, type RunningForum, type Visitor } from '../client/demonstration.fixture.js';
import { LossyLine } from '../store/lossy-line.js';
import { paragraph, RawConnection } from './raw-connection.fixture.js';

/** Times that the database is away when it is asked what somebody may. */
const CUTS = 3;

let line: LossyLine;
let forum: RunningForum;
let writer: Visitor;

beforeAll(async () => {
  const database = await startTestDatabase();
  line = await LossyLine.to(database.url);
  forum = await startDemonstration({ logLevel: 'silent', database: { url: line.url, stop: database.stop } });
  writer = await forum.enter(forum.drafting.drafters[0]);
}, 60_000);
afterAll(async () => {
  await forum.stop();
  line.stop();
});

describe('rights on open connections', () => {
  it('[P4] of somebody who may only read let nothing be typed', async () => {
    const other = await RawConnection.of(forum, await forum.enter('observer1@partner.example'));
    const { mayWrite, granted } = await other.join(forum.drafting.sectionId);
    expect([mayWrite, granted]).toEqual([{ ok: false, problem: 'not-a-drafter' }, []]);
    other.doc.clientID = 77;
    const update = other.append(paragraph(new Y.XmlText('unasked')));
    expect(await other.push([update])).toMatchObject({ ok: false, problem: { code: 'not-a-drafter', kind: 'rejected' } });
    other.close();
  });

  it('[P4] a removed drafter is refused from the commit on and told so; named again, goes on', async () => {
    const { sectionId } = forum.drafting;
    const raw = await RawConnection.of(forum, writer);
    await raw.join(sectionId);
    const told = new Promise((resolve) => raw.socket.once('rights:changed', resolve));
    await forum.moderate('DELETE', `sections/${sectionId}/drafters/${writer.mandateId}`);
    const update = raw.change((body) => body.delete(0, 1));
    expect(await raw.push([update])).toMatchObject({ ok: false, problem: { code: 'not-a-drafter' } });
    expect(await told).toEqual({ sectionId, mayWrite: { ok: false, problem: 'not-a-drafter' } });
    await forum.moderate('POST', `sections/${sectionId}/drafters`, { mandateId: writer.mandateId });
    raw.close();
  });

  it('[P4] [ND2] whose question found the database away is told of the change once it answers', async () => {
    const { sectionId } = forum.drafting;
    const raw = await RawConnection.of(forum, writer);
    await raw.join(sectionId);
    const told: unknown[] = [];
    raw.socket.on('rights:changed', ({ mayWrite }) => told.push(mayWrite));
    const untilTold = async (times: number): Promise<void> => {
      while (told.length < times) await new Promise((resolve) => raw.socket.once('rights:changed', resolve));
    };
    const cut = line.lose('failed', CUTS, [`\0${VIEW.name}\0`]);
    await forum.moderate('DELETE', `sections/${sectionId}/drafters/${writer.mandateId}`);
    await cut;
    await untilTold(1);
    await forum.moderate('POST', `sections/${sectionId}/drafters`, { mandateId: writer.mandateId });
    await untilTold(2);
    expect(told).toEqual([{ ok: false, problem: 'not-a-drafter' }, { ok: true }]);
    raw.close();
  });

  it('[R5] what was stored while there was a right is acknowledged again after it, with the same seq; what is new is refused', async () => {
    const { sectionId } = forum.drafting;
    const raw = await RawConnection.of(forum, writer);
    await raw.join(sectionId);
    const update = raw.append(paragraph(new Y.XmlText('In time.')));
    const stored = await raw.push([update]);
    await forum.moderate('DELETE', `sections/${sectionId}/drafters/${writer.mandateId}`);
    expect(stored).toMatchObject({ ok: true, value: { n: 1 } });
    expect(await raw.push([update], { firstN: 1 })).toEqual(stored);
    const late = raw.append(paragraph(new Y.XmlText('Too late.')));
    expect(await raw.push([update, late], { firstN: 1 })).toMatchObject({ ok: false, problem: { code: 'not-a-drafter', n: 2 } });
    await forum.moderate('POST', `sections/${sectionId}/drafters`, { mandateId: writer.mandateId });
    raw.close();
  });

  it('[P4] signing out everywhere ends the open connections', async () => {
    const leaver = await forum.enter(forum.drafting.drafters[1]);
    const other = await RawConnection.of(forum, leaver);
    const reason = other.closed();
    await leaver.signedIn.signOut();
    expect(await reason).toMatchObject({ code: 4401, problem: { code: 'login-required' } });
  });
});
