import { LIMITS } from '@expert-forum/domain';
import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { hashOfDocument } from '../canonical/content-hash.js';
import { toDocumentJson, type NodeJson } from '../canonical/document-json.js';
import { checkText, type TextHashes } from './check-text.js';
import { FakeServer, ManualRuntime, settled } from './fake-server.fixture.js';
import { sharedConnection } from './open-connection.js';
import { openSection, type SectionConnection } from './section-connection.js';
import { MemoryPageLocks } from './storage/page-locks.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';

const EVERY = LIMITS.textCheck.every;
/** Everybody has asked after this. */
const SOON = LIMITS.textCheck.spread;
const paragraphOf = (words: string): Y.XmlElement => {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('id', `p-${words}`);
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
};
const type = (doc: Y.Doc, words: string): void => doc.getXmlFragment('body').push([paragraphOf(words)]);
const updateOf = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  type(doc, words);
  return Y.encodeStateAsUpdate(doc);
};

class Screen {
  readonly server = new FakeServer();
  readonly runtime = new ManualRuntime();
  readonly asked: TextHashes[] = [];
  found = 0;
  isReachable = true;
  shown: () => NodeJson | null = () => toDocumentJson(this.section.doc);
  readonly section: SectionConnection;

  constructor() {
    this.server.commit(updateOf('seed'));
    const connection = sharedConnection('http://forum', async () => 'ticket', { runtime: this.runtime, openSocket: this.server.openSocket });
    this.section = openSection({ memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' }, { connection, storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), runtime: this.runtime });
  }

  check(): () => void {
    return checkText({
      section: this.section,
      runtime: this.runtime,
      shown: () => this.shown(),
      hash: async (document) => hashOfDocument(document),
      compare: async (hashes) => {
        if (!this.isReachable) throw new Error('the line is cut');
        this.asked.push(hashes);
        if (hashes.seq !== this.server.log.length) return 'elsewhere';
        const truth = new Y.Doc();
        Y.applyUpdate(truth, this.server.state);
        const hash = hashOfDocument(toDocumentJson(truth));
        return [hashes.document, hashes.editor ?? hash].every((each) => each === hash) ? 'same' : 'different';
      },
      onDifferent: () => (this.found += 1),
    });
  }
}

async function opened(): Promise<Screen> {
  const screen = new Screen();
  await screen.section.synced;
  return screen;
}

describe('[R2] a screen that compares its text with the server', () => {
  it('asks once it rests, and again only after a change and 30 seconds', async () => {
    const screen = await opened();
    const { runtime, server, asked } = screen;
    screen.check();
    await runtime.pass(SOON);
    expect(asked).toHaveLength(1);
    await runtime.pass(10 * EVERY);
    expect(asked).toHaveLength(1);
    server.commit(updateOf('more'));
    server.commit(updateOf('and more'));
    await runtime.pass(SOON);
    expect(asked).toHaveLength(2);
    server.commit(updateOf('again'));
    await runtime.pass(EVERY - 1);
    expect(asked).toHaveLength(2);
    await runtime.pass(1 + SOON);
    expect(asked.map(({ seq }) => seq)).toEqual([1, 3, 4]);
  });

  it('says nothing while something of its own is not acknowledged', async () => {
    const screen = await opened();
    screen.server.losesAnswers = true;
    type(screen.section.doc, 'own');
    screen.check();
    await screen.runtime.pass(SOON);
    expect([screen.section.statusDetails.unsent, screen.asked]).toEqual([1, []]);
  });

  it('asks at a freeze, however short ago it asked', async () => {
    const screen = await opened();
    screen.check();
    await screen.runtime.pass(SOON);
    screen.server.commit(updateOf('late'));
    screen.server.announce('rights:changed', { sectionId: 's-1', mayWrite: { ok: false, problem: 'section-frozen' } });
    expect(screen.section.status).toBe('readonly');
    await screen.runtime.pass(SOON);
    expect(screen.asked.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('loads its text again when the shared document is another one, and then has the server’s', async () => {
    const screen = await opened();
    screen.server.log.push({ lease: 1, n: 0, bytes: updateOf('the truth') });
    screen.server.commit(updateOf('a ghost'), 2);
    screen.check();
    await screen.runtime.pass(SOON);
    await settled();
    expect(screen.found).toBe(1);
    await screen.runtime.pass(EVERY + SOON);
    const words = JSON.stringify(toDocumentJson(screen.section.doc));
    expect([words.includes('a ghost'), words.includes('the truth'), screen.section.status, screen.found]).toEqual([false, true, 'synced', 1]);
    expect(screen.server.joins.at(-1)).not.toHaveProperty('stateVector');
  });

  it('loads its text again when only the editor shows another one', async () => {
    const screen = await opened();
    screen.shown = () => ({ type: 'doc', content: [] });
    const replaced: Y.Doc[] = [];
    screen.section.on('replaced', (doc) => replaced.push(doc));
    screen.check();
    await screen.runtime.pass(SOON);
    await settled();
    expect([screen.found, replaced.length]).toEqual([1, 1]);
  });

  it('loads it three times at most: what differs then is not mended by that', async () => {
    const screen = await opened();
    screen.shown = () => ({ type: 'doc', content: [] });
    screen.check();
    for (let time = 0; time < 8; time++) {
      screen.server.commit(updateOf(`change ${time}`));
      await screen.runtime.pass(EVERY + SOON);
      await settled();
    }
    expect(screen.server.joins).toHaveLength(4);
    expect(screen.found).toBeGreaterThan(0);
  });

  it('asks later when the line is cut or the text has gone on, and no more when it is gone itself', async () => {
    const screen = await opened();
    screen.isReachable = false;
    const stop = screen.check();
    await screen.runtime.pass(SOON);
    expect(screen.asked).toEqual([]);
    screen.isReachable = true;
    await screen.runtime.pass(EVERY + SOON);
    expect(screen.asked).toHaveLength(1);
    screen.server.commit(updateOf('more'));
    stop();
    await screen.runtime.pass(EVERY + SOON);
    expect([screen.asked.length, screen.found]).toEqual([1, 0]);
  });
});
