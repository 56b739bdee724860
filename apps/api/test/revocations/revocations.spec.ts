import type { SectionConnection } from '@expert-forum/collab/client';
import { seededRandom } from '@expert-forum/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TwoNodes } from '../nodes/two-nodes.fixture.js';
import { CommitOrder } from './commit-order.fixture.js';
import { Stage } from './stage.fixture.js';

/** Of each; more in a long run, which measures too: `REVOCATIONS=20 TORTURE_SEED=1`. */
const TRIALS = Number(process.env['REVOCATIONS'] ?? 1);
/** Says how much is typed before a right is taken away, and so where in the work of the node that falls. */
const chance = seededRandom(Number(process.env['TORTURE_SEED'] ?? 0));
const MOST_WORDS = 12;
const LONGEST_MS = 1_000;

let nodes: TwoNodes;
let order: CommitOrder;

beforeAll(async () => {
  nodes = await TwoNodes.start();
  order = await CommitOrder.of(nodes.discussion.forum.dataSource);
}, 60_000);
afterAll(() => nodes.stop());

/** How a right is taken away on the near node, where that shows in the database, and whether reading ends too. */
interface Revocation {
  readonly table: string;
  readonly about: (stage: Stage) => string;
  readonly endsReading: boolean;
  readonly happens: (stage: Stage) => Promise<unknown>;
}

const REVOCATIONS: Readonly<Record<string, Revocation>> = {
  'the mandate is withdrawn': {
    table: 'mandate',
    about: ({ person }) => person.mandateId,
    endsReading: true,
    happens: ({ person }) => nodes.discussion.must('secretariat', 'POST', `mandates/${person.mandateId}/withdrawal`),
  },
  'the member is no drafter any more': {
    table: 'drafter',
    about: ({ person }) => person.mandateId,
    endsReading: false,
    happens: ({ person, sectionId }) => nodes.discussion.must('moderator', 'DELETE', `sections/${sectionId}/drafters/${person.mandateId}`),
  },
  'the member is suspended': {
    table: 'member',
    about: ({ person }) => person.memberId,
    endsReading: true,
    happens: ({ person }) => nodes.discussion.must('secretariat', 'POST', `members/${person.memberId}/suspension`),
  },
  'the member signs out everywhere else': {
    table: 'login',
    about: ({ person }) => person.memberId,
    endsReading: true,
    happens: async ({ person }) => {
      const { forum } = nodes.discussion;
      const elsewhere = { ...person, cookie: await forum.signIn(person.memberId) };
      await forum.ask(elsewhere, 'DELETE', 'logins').expect(204);
    },
  },
  'the section is frozen': {
    table: 'section',
    about: ({ sectionId }) => sectionId,
    endsReading: false,
    happens: ({ sectionId }) => nodes.discussion.must('moderator', 'POST', `sections/${sectionId}/phase`, { to: 'consultation' }),
  },
  'the section is parked': {
    table: 'section',
    about: ({ sectionId }) => sectionId,
    endsReading: false,
    happens: ({ sectionId }) => nodes.discussion.must('moderator', 'POST', `sections/${sectionId}/phase`, { to: 'parked' }),
  },
  'the section is removed': {
    table: 'section',
    about: ({ sectionId }) => sectionId,
    endsReading: false,
    happens: ({ sectionId }) => nodes.discussion.must('moderator', 'DELETE', `sections/${sectionId}`),
  },
};

/** What the writer is doing then. Each lets the revocation happen, and types something that comes after it. */
const STATES: Readonly<Record<string, (stage: Stage, page: SectionConnection, revoke: () => Promise<unknown>, typeSome: () => void) => Promise<void>>> = {
  'has the section open': async (stage, page, revoke) => {
    await revoke();
    stage.type(page);
  },
  'is typing': async (stage, page, revoke, typeSome) => {
    typeSome();
    await page.saved();
    await stage.typeDuring(page, revoke());
    stage.type(page);
  },
  'has typed without a line and comes back': async (stage, page, revoke, typeSome) => {
    stage.line.cut();
    typeSome();
    await revoke();
    stage.line.mend();
  },
  'is about to learn that it has joined anew': async (stage, page, revoke, typeSome) => {
    stage.line.cut();
    typeSome();
    const letGo = stage.line.hold();
    stage.line.mend();
    await stage.line.answered();
    await revoke();
    letGo();
  },
};

/** A colleague writes all the while. @returns how long after the commit the last byte of text came, in ms */
async function trial({ table, about, endsReading, happens }: Revocation, enact: (typeof STATES)[string], words: number): Promise<number> {
  const stage = await Stage.of(nodes);
  const page = await stage.open();
  let heardAt = 0;
  stage.listener.socket.on('update:applied', () => (heardAt = Date.now()));
  await stage.startWriting();
  const closed = endsReading ? stage.listener.closed() : Promise.resolve();
  let answer: string | null = 'not asked';
  const revoke = async (): Promise<void> => {
    await happens(stage);
    answer = await stage.tryToWrite();
  };
  await enact(stage, page, revoke, () => Array.from({ length: words }).forEach(() => stage.type(page)));
  await Promise.all([stage.untilTold(page), closed]);
  const heard = stage.listener.applied.length;
  for (let times = 0; times < 3; times += 1) await stage.writeMore();
  await stage.stopWriting();
  if (endsReading) expect(stage.listener.applied).toHaveLength(heard);

  const { typed, stored, lost, doubled } = await stage.whereabouts(page);
  const { person, sectionId } = stage;
  const { times, at, before, after, othersBefore, othersAfter } = await order.around({ table, about: about(stage), sectionId, mandateId: person.mandateId });
  expect({ revoked: times > 0, after, lost, doubled }).toEqual({ revoked: true, after: 0, lost: [], doubled: [] });
  expect(stored).toBe(before);
  // A trial in which nobody tried to write, or nobody else wrote, would show nothing.
  expect(typed).toBeGreaterThan(stored);
  expect(['taken', 'not asked']).not.toContain(answer);
  if (!endsReading) expect(answer).not.toBeNull();
  expect(othersBefore).toBeGreaterThan(0);
  if (endsReading) expect(othersAfter).toBeGreaterThanOrEqual(3);
  await page.destroy();
  stage.close();
  return endsReading && at !== null ? Math.max(0, heardAt - at) : 0;
}

describe('whoever on another node', () => {
  it.each(Object.entries(REVOCATIONS))('[P4] [R14] [R17] writes nothing after the commit by which %s, and keeps what was typed', async (what, revocation) => {
    const last: number[] = [];
    for (let times = 0; times < TRIALS; times += 1) last.push(...(await Promise.all(Object.values(STATES).map((enact) => trial(revocation, enact, 1 + Math.floor(chance() * MOST_WORDS))))));
    if (TRIALS === 1) return;
    console.log(`${what}: the last byte came ${Math.round(Math.max(...last))} ms after the commit, at most, of ${last.length} trials`);
    expect(Math.max(...last)).toBeLessThan(LONGEST_MS);
  }, 20_000 + TRIALS * 10_000);
});
