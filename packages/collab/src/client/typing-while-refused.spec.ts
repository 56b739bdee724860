import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { FakeServer, ManualRuntime, settled } from './fake-server.fixture.js';
import { ForumProblem, localProblem } from './forum-problem.js';
import { sharedConnection } from './open-connection.js';
import { openSection, type SectionConnection } from './section-connection.js';
import { MemoryPageLocks } from './storage/page-locks.js';
import { MemorySectionStorage } from './storage/memory-section-storage.js';

/** More than the steps from a refusal to the end of what it starts. */
const STEPS = 60;
const withdrawn = { ...localProblem('mandate-withdrawn'), kind: 'rejected' } as const;

/** A page of somebody whose right to type is about to end. */
class Page {
  readonly server = new FakeServer();
  readonly runtime = new ManualRuntime();
  readonly section: SectionConnection;
  private readonly words: string[] = [];
  private isWithdrawn = false;

  /** `typesOn`: in the last paragraph instead of a new one. */
  constructor(private readonly typesOn: boolean) {
    const connection = sharedConnection('http://forum', this.ticket, { runtime: this.runtime, openSocket: this.server.openSocket });
    const key = { memberId: 'm-1', mandateId: 'md-1', sectionId: 's-1' };
    this.server.commit(Y.encodeStateAsUpdate(seed()));
    this.section = openSection(key, { connection, storage: new MemorySectionStorage(), locks: new MemoryPageLocks(), runtime: this.runtime });
  }

  /** In the document of the moment, as an editor that has not heard yet that it may not. */
  type(word: string): void {
    const body = this.section.doc.getXmlFragment('body');
    const last = body.get(body.length - 1);
    const run = this.typesOn && last instanceof Y.XmlElement ? last.get(0) : null;
    if (run instanceof Y.XmlText) run.insert(run.length, word);
    else body.push([paragraphOf(`p-${this.words.length}`, word)]);
    this.words.push(word);
  }

  /** The commit of the withdrawal: from here on every update is refused, and nobody has told the page. */
  withdraw(): void {
    this.server.refusal = withdrawn;
    this.server.mayWrite = { ok: false, problem: 'mandate-withdrawn' };
  }

  /** The server tells it, and lets it in no more. */
  close(): void {
    this.isWithdrawn = true;
    this.server.announce('connection:closing', { code: 4403, problem: withdrawn });
  }

  /** Words that are not in just one place, once: in the text of the forum or kept for their author. */
  async misplaced(): Promise<string[]> {
    for (let round = 0; round < 5; round += 1) await this.runtime.pass(11_000);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.server.state);
    const stored = doc.getXmlFragment('body').toString();
    const unsent = await this.section.unsentText();
    const kept = (word: string): number => unsent.filter(({ textBefore, textAfter }) => count(textAfter, word) > count(textBefore, word)).length;
    return this.words.filter((word) => count(stored, word) + kept(word) !== 1);
  }

  private readonly ticket = async (): Promise<string> => {
    if (this.isWithdrawn) throw new ForumProblem({ ...withdrawn, status: 403 });
    return 'ticket';
  };
}

function paragraphOf(id: string, words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('id', id);
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

function seed(): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('body').push([paragraphOf('p-seed', 'Seed. ')]);
  return doc;
}

const count = (text: string, word: string): number => text.split(word).length - 1;

async function steps(count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await Promise.resolve();
}

/** How the page hears of it. */
const WAYS: Readonly<Record<string, (page: Page) => void>> = {
  'by the answer to what it sent': () => undefined,
  'by an announcement': ({ server }) => server.announce('rights:changed', { sectionId: 's-1', mayWrite: server.mayWrite }),
  'as its line is closed': (page) => page.close(),
};

async function typeAmid(page: Page, tell: (page: Page) => void, step: number): Promise<string[]> {
  await page.section.synced;
  page.withdraw();
  page.type('refused');
  page.section.saved().catch(() => undefined);
  await steps(step);
  page.type('amid');
  await steps(1);
  page.type('later');
  tell(page);
  await steps(step);
  page.type('last');
  await settled();
  page.type('after');
  await settled();
  return (await page.misplaced()).map((word) => `${word} at step ${step}`);
}

describe('somebody who types while the right to type is withdrawn', () => {
  it.each(Object.entries(WAYS))('[P2] [R17] finds every word stored or kept, once, when the page hears of it %s', async (_, tell) => {
    const misplaced: string[] = [];
    for (const typesOn of [false, true]) {
      for (let step = 0; step < STEPS; step += 1) misplaced.push(...(await typeAmid(new Page(typesOn), tell, step)));
    }
    expect(misplaced).toEqual([]);
  });
});
