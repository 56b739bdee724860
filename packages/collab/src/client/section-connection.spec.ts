import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { FakeServer, ManualRuntime, settled } from './fake-server.fixture.js';
import { localProblem } from './forum-problem.js';
import { sharedConnection } from './open-connection.js';
import { openSection, type SectionConnection } from './section-connection.js';
import { MemoryPageLocks } from './storage/page-locks.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';
import type { SectionStorage } from './storage/section-storage.js';

const key = { memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' };

interface Page { section: SectionConnection; runtime: ManualRuntime }

function openPage(server: FakeServer, storage: SectionStorage = new MemorySectionStorage(), locks = new MemoryPageLocks()): Page {
  const runtime = new ManualRuntime();
  const connection = sharedConnection('http://forum', async () => 'ticket', { runtime, openSocket: server.openSocket });
  return { section: openSection(key, { connection, storage, locks, runtime }), runtime };
}

const typeIn = (doc: Y.Doc, words: string): void => {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('id', `p-${words}`);
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('body').push([paragraph]);
};
const wordsOf = (doc: Y.Doc): string[] => doc.getXmlFragment('body').toArray().map((node) => (node instanceof Y.XmlElement ? String(node.get(0)) : ''));
const serverWords = (server: FakeServer): string[] => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, server.state);
  return wordsOf(doc);
};
const updateOf = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  typeIn(doc, words);
  return Y.encodeStateAsUpdate(doc);
};

describe('an open section', () => {
  it('[P1] is saved when the server has acknowledged, and says so', async () => {
    const server = new FakeServer();
    server.commit(updateOf('seed'));
    const { section } = openPage(server);
    await section.synced;
    expect([section.status, wordsOf(section.doc)]).toEqual(['synced', ['seed']]);
    typeIn(section.doc, 'own');
    expect(section.statusDetails.unsent).toBe(1);
    await section.saved();
    expect(section.statusDetails.unsent).toBe(0);
    expect(serverWords(server)).toEqual(['seed', 'own']);
  });

  it('[R5] packs what was typed while an answer was due into one frame', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    for (const words of ['a', 'b', 'c', 'd']) typeIn(section.doc, words);
    await section.saved();
    expect(server.pushed.map((frame) => frame.updates.length)).toEqual([1, 3]);
  });

  it('[R5] sends the same bytes under the same numbers when an answer is lost, and they count once', async () => {
    const server = new FakeServer();
    const { section, runtime } = openPage(server);
    await section.synced;
    server.losesAnswers = true;
    typeIn(section.doc, 'own');
    await settled();
    expect(section.statusDetails.unsent).toBe(1);
    server.losesAnswers = false;
    await runtime.pass(10_000);
    expect(section.status).toBe('offline');
    await runtime.pass(1_000);
    await section.saved();
    expect(serverWords(server)).toEqual(['own']);
  });

  it('[R2] lets what others write wait while an editor asks for it, and compares nothing meanwhile', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    const release = section.pause();
    server.commit(updateOf('seen'));
    typeIn(section.doc, 'own');
    await section.saved();
    expect([wordsOf(section.doc), section.contentHash()]).toEqual([['own'], null]);
    release();
    expect(wordsOf(section.doc).sort()).toEqual(['own', 'seen']);
    expect(section.contentHash()).toMatchObject({ seq: 2 });
  });

  it('[P3] asks again when an update is missing', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    server.log.push({ lease: 1, n: 0, bytes: updateOf('missed') });
    server.commit(updateOf('seen'));
    await settled();
    expect(wordsOf(section.doc).sort()).toEqual(['missed', 'seen']);
    expect(server.joins.length).toBe(2);
  });

  it('[R17] takes refused words out of the text into the tray, and goes on under a new lease', async () => {
    const server = new FakeServer();
    server.commit(updateOf('seed'));
    const { section } = openPage(server);
    await section.synced;
    const [former, lease] = [section.doc, section.doc.clientID];
    server.refusal = { ...localProblem('not-a-drafter'), kind: 'rejected', n: 1 };
    typeIn(section.doc, 'refused');
    await expect(section.saved()).rejects.toMatchObject({ code: 'not-a-drafter' });
    server.refusal = null;
    await settled();
    expect(section.doc).not.toBe(former);
    expect(wordsOf(section.doc)).toEqual(['seed']);
    expect(section.tray).toMatchObject([{ paragraphId: 'p-refused', textBefore: '', textAfter: 'refused', speakingAs: 'md-1' }]);
    typeIn(section.doc, 'accepted');
    await section.saved();
    expect(section.doc.clientID).not.toBe(lease);
    expect(serverWords(server)).toEqual(['seed', 'accepted']);
  });

  it('[R17] keeps late words in the tray when the section is frozen', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    server.announce('section:changed', { section: { id: 's-1', phase: 'consultation', phaseChangedAt: '2026-01-01T15:40:00Z', epoch: 1 } });
    server.announce('rights:changed', { sectionId: 's-1', mayWrite: { ok: false, problem: 'section-frozen' } });
    server.mayWrite = { ok: false, problem: 'section-frozen' };
    expect(section.statusDetails).toMatchObject({ word: 'readonly', phase: 'consultation', since: Date.parse('2026-01-01T15:40:00Z'), isEditable: false });
    typeIn(section.doc, 'late');
    await expect(section.saved()).rejects.toMatchObject({ code: 'section-frozen' });
    await settled();
    expect([wordsOf(section.doc), section.tray.length, server.pushed.length]).toEqual([[], 1, 0]);
  });

  it('[P2] shows the last text and unsent words after an offline reload, lets type on, and sends both once', async () => {
    const server = new FakeServer();
    server.commit(updateOf('seed'));
    const [storage, locks] = [new MemorySectionStorage(), new MemoryPageLocks()];
    const first = openPage(server, storage, locks);
    await first.section.synced;
    server.cut();
    typeIn(first.section.doc, 'unsent');
    await settled();
    expect(first.section.statusDetails).toMatchObject({ word: 'offline', unsent: 1, isEditable: true });
    await first.section.destroy();

    const second = openPage(server, storage, locks);
    await settled();
    expect(wordsOf(second.section.doc)).toEqual(['seed', 'unsent']);
    expect(second.section.statusDetails).toMatchObject({ word: 'offline', unsent: 1, isEditable: true });
    typeIn(second.section.doc, 'later');
    server.isUp = true;
    await settled();
    await second.runtime.pass(1_000);
    await second.section.saved();
    expect(serverWords(server)).toEqual(['seed', 'unsent', 'later']);
    expect(new Set(server.pushed.map((frame) => frame.lease)).size).toBe(2);
  });

  it('[R1] leaves the unsent words of a living page to that page', async () => {
    const server = new FakeServer();
    const [storage, locks] = [new MemorySectionStorage(), new MemoryPageLocks()];
    const first = openPage(server, storage, locks);
    await first.section.synced;
    server.cut();
    typeIn(first.section.doc, 'mine');
    await settled();
    const second = openPage(server, storage, locks);
    await settled();
    expect(second.section.statusDetails.unsent).toBe(0);
    expect(wordsOf(second.section.doc)).toEqual([]);
  });

  it('[R19] turns unsent words of an ended epoch into tray items instead of sending them', async () => {
    const server = new FakeServer();
    server.commit(updateOf('redacted'));
    const { section, runtime } = openPage(server);
    await section.synced;
    server.cut();
    typeIn(section.doc, 'unsent');
    await settled();
    Object.assign(server, { isUp: true, epoch: 2, log: [] });
    server.commit(updateOf('clean'));
    await runtime.pass(1_000);
    expect(wordsOf(section.doc)).toEqual(['clean']);
    expect(section.tray).toMatchObject([{ paragraphId: 'p-unsent', textAfter: 'unsent', problem: 'epoch-changed' }]);
    expect([server.pushed.length, section.statusDetails.unsent]).toEqual([0, 0]);
  });

  it('[R11] sends nothing of what an editor changes while it mounts', async () => {
    const server = new FakeServer();
    server.commit(updateOf('seed'));
    const { section } = openPage(server);
    typeIn(section.doc, 'mounting');
    await section.synced;
    await settled();
    expect([wordsOf(section.doc), server.pushed.length]).toEqual([['seed'], 0]);
  });

  it('[R17] an old client is told to reload and keeps its outbox', async () => {
    const server = new FakeServer();
    const storage = new MemorySectionStorage();
    const { section } = openPage(server, storage);
    await section.synced;
    server.losesAnswers = true;
    typeIn(section.doc, 'unsent');
    server.announce('connection:closing', { code: 4409, problem: localProblem('client-too-old') });
    await settled();
    expect(section.statusDetails).toMatchObject({ word: 'rejected', problem: { code: 'client-too-old' }, unsent: 1 });
    expect((await storage.load(key)).outbox.length).toBe(1);
  });

  it('[R1] lets no bytes leave before the device has them on disk', async () => {
    const server = new FakeServer();
    const storage = new MemorySectionStorage();
    const { section } = openPage(server, storage);
    await section.synced;
    const append = storage.append.bind(storage);
    let release = (): void => undefined;
    storage.append = async (...row) => {
      await new Promise<void>((resolve) => (release = resolve));
      await append(...row);
    };
    typeIn(section.doc, 'own');
    await settled();
    expect([server.pushed.length, section.statusDetails.unsent]).toEqual([0, 1]);
    release();
    await section.saved();
    expect(serverWords(server)).toEqual(['own']);
  });

  it('[R17] types again after a frozen section is reopened', async () => {
    const server = new FakeServer();
    server.mayWrite = { ok: false, problem: 'section-frozen' };
    const { section } = openPage(server);
    await section.synced;
    expect([section.status, section.statusDetails.isEditable]).toEqual(['readonly', false]);
    server.mayWrite = { ok: true };
    server.announce('rights:changed', { sectionId: 's-1', mayWrite: { ok: true } });
    await settled();
    expect([section.status, section.statusDetails.isEditable]).toEqual(['synced', true]);
    typeIn(section.doc, 'own');
    await section.saved();
    expect(serverWords(server)).toEqual(['own']);
  });

  it('[P11] keeps a change that no server would take in the tray, unsent', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    typeIn(section.doc, 'x'.repeat(2 * 1024 * 1024));
    await expect(section.saved()).rejects.toMatchObject({ code: 'update-too-large' });
    expect([server.pushed.length, section.tray.length, wordsOf(section.doc)]).toEqual([0, 1, []]);
  });

  it('[R2] compares contents only when nothing is unsent', async () => {
    const server = new FakeServer();
    const { section } = openPage(server);
    await section.synced;
    const empty = section.contentHash();
    typeIn(section.doc, 'own');
    expect(section.contentHash()).toBeNull();
    await section.saved();
    expect(section.contentHash()).toMatchObject({ seq: 1 });
    expect(section.contentHash()?.hash).not.toBe(empty?.hash);
  });
});
