import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { FakeServer, ManualRuntime, settled } from './fake-server.fixture.js';
import { localProblem } from './forum-problem.js';
import { sharedConnection } from './open-connection.js';
import { openSection, type SectionConnection } from './section-connection.js';
import { MemoryPageLocks } from './storage/page-locks.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';

/** A reproducible source of chance (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A member at a device, whose page may die and be opened again. */
class Writer {
  private readonly storage = new MemorySectionStorage();
  private readonly locks = new MemoryPageLocks();
  private readonly runtime = new ManualRuntime();
  section: SectionConnection;
  readonly words: string[] = [];

  constructor(private readonly name: string, private readonly server: FakeServer) {
    this.section = this.open();
  }

  type(chance: () => number): void {
    if (!this.section.statusDetails.isEditable) return;
    const body = this.section.doc.getXmlFragment('body');
    const word = `${this.name}${this.words.length}`;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', `p-${word}`);
    paragraph.insert(0, [new Y.XmlText(word)]);
    body.insert(Math.floor(chance() * (body.length + 1)), [paragraph]);
    this.words.push(word);
  }

  async reload(): Promise<void> {
    await this.section.destroy();
    this.section = this.open();
  }

  pass = (ms: number): Promise<void> => this.runtime.pass(ms);

  private open(): SectionConnection {
    const { runtime, storage, locks, server } = this;
    const connection = sharedConnection('http://forum', async () => 'ticket', { runtime, openSocket: server.openSocket });
    return openSection({ memberId: this.name, mandateId: this.name, sectionId: 's-1' }, { connection, storage, locks, runtime });
  }
}

const wordsIn = (doc: Y.Doc): string[] =>
  doc.getXmlFragment('body').toArray().map((node) => (node instanceof Y.XmlElement ? String(node.get(0)) : '?'));

async function simulate(seed: number): Promise<void> {
  const chance = seeded(seed);
  const server = new FakeServer();
  const writers = ['a', 'b', 'c'].map((name) => new Writer(name, server));
  const refusal = { ...localProblem('section-frozen'), kind: 'rejected', n: undefined } as const;
  for (let step = 0; step < 60; step += 1) {
    const writer = writers[Math.floor(chance() * writers.length)];
    if (writer === undefined) continue;
    const event = chance();
    if (event < 0.6) writer.type(chance);
    else if (event < 0.66) await writer.reload();
    else if (event < 0.72) server.cut();
    else if (event < 0.8) server.isUp = true;
    else if (event < 0.84) server.losesAnswers = !server.losesAnswers;
    else if (event < 0.87) server.refusal = server.refusal === null ? { ...localProblem(refusal.code), kind: 'rejected' } : null;
    else await writer.pass(Math.floor(chance() * 12_000));
    if (chance() < 0.4) await settled();
  }
  Object.assign(server, { isUp: true, losesAnswers: false, refusal: null });
  for (let round = 0; round < 12; round += 1) for (const writer of writers) await writer.pass(11_000);

  const reference = new Y.Doc();
  Y.applyUpdate(reference, server.state);
  const text = wordsIn(reference);
  for (const { section, words } of writers) {
    expect(section.statusDetails).toMatchObject({ word: 'synced', unsent: 0 });
    expect(wordsIn(section.doc)).toEqual(text);
    const tray = section.tray.map((item) => item.textAfter);
    for (const word of words) expect([word, text.filter((other) => other === word).length + Number(tray.includes(word))]).toEqual([word, 1]);
  }
}

describe('writers with unsteady lines, reloads and refusals', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('[P1] [P2] [P3] every word is in all texts once, or in its writer’s tray (seed %i)', simulate);
});
