import { encodeApplied } from '@expert-forum/collab';
import { MemorySectionStorage, type SectionStorage } from '@expert-forum/collab/client';
import * as Y from 'yjs';
import { LiveSection } from '../../src/features/drafting/engine/live-section.js';
import type { Push, PushOutcome } from '../../src/features/drafting/engine/push.js';
import { JudgeReaders } from '../../src/features/drafting/judge-readers.js';
import type {
  DraftingTransaction,
  HeldLease,
  LogRow,
  SectionHead,
  Writer,
  WriteRequest,
} from '../../src/features/drafting/store/drafting-store.js';
import { MemoryDraftingStore, MemoryTransaction, type DatabaseWeather } from '../store/memory-drafting-store.js';
import type { SimulatedDatabase } from './database/simulated-database.js';
import { DISCUSSION_MUTANTS } from './discussion/discussion-mutants.js';
import { MEETING_MUTANTS } from './meeting/meeting-mutants.js';
import type { Mutant } from './mutant.js';
import type { SimulatedNode } from './simulated-node.js';

type Work<T> = (transaction: DraftingTransaction) => Promise<T>;

/** What an engine hands to its store: pushes, which can be answered. */
const answerOf = (request: WriteRequest): ((outcome: PushOutcome) => void) | null => {
  const answer: unknown = Reflect.get(request, 'answer');
  return typeof answer === 'function' ? (outcome) => Reflect.apply(answer, request, [outcome]) : null;
};

const isPush = (request: WriteRequest): request is Push => 'updates' in request;

const isOutcomes = (value: unknown): value is PushOutcome[] => Array.isArray(value) && value.every((each) => typeof each === 'object' && 'kind' in each);

/** Answers the pushes as soon as they are judged. */
class EarlyAnswers extends MemoryDraftingStore {
  override write<T>(requests: readonly WriteRequest[], work: Work<T>): Promise<T> {
    return super.write(requests, async (transaction) => {
      const value = await work(transaction);
      if (isOutcomes(value)) requests.forEach((request, index) => value[index] && answerOf(request)?.(value[index]));
      return value;
    });
  }
}

/** Shows rows to the readers as soon as they are judged. */
class EarlyBroadcast extends MemoryDraftingStore {
  constructor(
    private readonly node: SimulatedNode,
    database: SimulatedDatabase,
    weather: DatabaseWeather,
  ) {
    super(database, weather);
  }

  override write<T>(requests: readonly WriteRequest[], work: Work<T>): Promise<T> {
    return super.write(requests, (transaction) => {
      const append = transaction.append.bind(transaction);
      transaction.append = (channel: number, rows: readonly LogRow[]) => {
        append(channel, rows);
        const [first] = rows;
        const updates = rows.map(({ lease, body }) => ({ lease, bytes: body }));
        const epoch = transaction.heads.get(channel)?.epoch ?? 1;
        if (first !== undefined) this.node.server.to(`section:${channel}`).emit('update:applied', encodeApplied({ channel, epoch, firstSeq: first.seq, updates }));
      };
      return work(transaction);
    });
  }
}

/** Stores what comes after a number that has not come. */
class GapsTaken extends MemoryDraftingStore {
  override write<T>(requests: readonly WriteRequest[], work: Work<T>): Promise<T> {
    return super.write(requests, async (transaction) => {
      const ends = new Map([...transaction.heads].map(([channel, { seq }]) => [channel, seq]));
      const append = transaction.append.bind(transaction);
      transaction.append = (channel: number, rows: readonly LogRow[]) => {
        ends.set(channel, rows.at(-1)?.seq ?? ends.get(channel) ?? 0);
        append(channel, rows);
      };
      const value = await work(transaction);
      if (!isOutcomes(value)) return value;
      for (const [index, request] of requests.entries()) {
        const outcome = value[index];
        if (outcome?.kind !== 'resync' || outcome.problem !== 'update-gap' || !isPush(request)) continue;
        const { channel, lease, firstN, updates } = request;
        const firstSeq = (ends.get(channel) ?? 0) + 1;
        transaction.append(channel, updates.map((body, at) => ({ seq: firstSeq + at, lease, n: firstN + at, body })));
        value[index] = { kind: 'committed', n: firstN + updates.length - 1, firstSeq, lastSeq: firstSeq + updates.length - 1 };
      }
      return value;
    });
  }
}

/** A device that has lost the oldest of several unsent updates when its page is opened: what comes next leaves a gap. */
class OldestLost extends MemorySectionStorage {
  override async load(key: Parameters<SectionStorage['load']>[0]): ReturnType<SectionStorage['load']> {
    const { outbox } = await super.load(key);
    if (outbox.length > 1) await this.refuse(key, outbox.slice(0, 1), []);
    return super.load(key);
  }
}

/** Reads of a log what is newest, and shows it over the hole before it. */
class HolesRead extends MemoryDraftingStore {
  constructor(
    private readonly node: SimulatedNode,
    database: SimulatedDatabase,
    weather: DatabaseWeather,
  ) {
    super(database, weather);
  }

  override async readLog(channel: number, epoch: number, afterSeq: number): Promise<LogRow[]> {
    const rows = await super.readLog(channel, epoch, afterSeq);
    const text = openText(this.node, channel);
    const last = rows.at(-1);
    if (text?.epoch !== epoch || last === undefined) return rows;
    text.seq = last.seq - 1;
    return [last];
  }
}

/** What the engine of a node has open. */
function openText({ service }: SimulatedNode, channel: number): LiveSection | null {
  const sections: unknown = Reflect.get(service.engine, 'sections');
  const text: unknown = sections instanceof Map ? sections.get(channel) : null;
  return text instanceof LiveSection ? text : null;
}

/** Makes of what is unsent one update as a page is opened, although some of it may have been sent. */
class UpdatesRecut extends MemorySectionStorage {
  override async load(key: Parameters<SectionStorage['load']>[0]): ReturnType<SectionStorage['load']> {
    const { outbox } = await super.load(key);
    const [first] = outbox;
    const rows = outbox.filter(({ epoch, lease }) => epoch === first?.epoch && lease === first.lease);
    if (first !== undefined && rows.length > 1) {
      await this.refuse(key, rows, []);
      await this.append(key, { outbox: [{ ...first, bytes: Y.mergeUpdates(rows.map(({ bytes }) => bytes)) }] });
    }
    return super.load(key);
  }
}

/** Does not remember which numbers a lease has stored. */
class WithoutMemory extends MemoryDraftingStore {
  override write<T>(requests: readonly WriteRequest[], work: Work<T>): Promise<T> {
    return super.write(requests, (transaction) => {
      transaction.findRows = () => Promise.resolve([]);
      return work(transaction);
    });
  }
}

/** Reads rights and heads, and then takes the locks. */
class RightsBeforeLocks extends MemoryDraftingStore {
  protected override async lockAndRead(session: object, requests: readonly WriteRequest[]): Promise<MemoryTransaction> {
    const early = await this.ask('read standing', () => new MemoryTransaction(this.database, this.weather, requests));
    await this.lock(session, requests);
    const { heads } = new MemoryTransaction(this.database, this.weather, requests);
    return Object.assign(early, { heads });
  }
}

/** Stores by what it remembers, and does not look whether it is still so. */
class RightsRemembered extends MemoryDraftingStore {
  protected override isUnchanged(): boolean {
    return true;
  }
}

/** Gives a lease to whoever asks last. */
class LeasesToTheLast extends MemoryDraftingStore {
  override resumeLeases(head: SectionHead, writer: Writer, leases: readonly number[]): Promise<HeldLease[]> {
    return super.resumeLeases(head, { ...writer, ordinal: Infinity }, leases);
  }
}

/** Does not look again for somebody who has just joined. */
class NewcomersForgotten extends JudgeReaders {
  override judgeNewcomer(): Promise<void> {
    return Promise.resolve();
  }
}

/** Knows a freeze that was committed before it asked for the locks, and none that was committed while it waited. */
class FreezeBeforeLocks extends MemoryDraftingStore {
  protected override async lockAndRead(session: object, requests: readonly WriteRequest[]): Promise<MemoryTransaction> {
    const early = await this.ask('read phases', () => new Map([...this.database.sections].map(([channel, { phase }]) => [channel, phase])));
    await this.lock(session, requests);
    return this.ask('read standing', () => {
      const sections = [...this.database.sections.values()];
      const phases = sections.map(({ phase }) => phase);
      for (const section of sections) section.phase = early.get(section.channel) ?? section.phase;
      const transaction = new MemoryTransaction(this.database, this.weather, requests);
      sections.forEach((section, index) => (section.phase = phases[index] ?? section.phase));
      return transaction;
    });
  }
}

const STORED = /was acknowledged and is not in the log/;

/** Programs with one mistake each. */
export const MUTANTS: readonly Mutant[] = [
  { does: 'acknowledges before the commit', seed: 1, parts: { makeStore: (_node, ...rest) => new EarlyAnswers(...rest) }, found: STORED },
  {
    does: 'shows before the commit',
    seed: 1,
    parts: { makeStore: (node, ...rest) => new EarlyBroadcast(node, ...rest) },
    found: /was shown and is not in the log/,
  },
  {
    does: 'forgets which numbers it has stored',
    seed: 20,
    parts: { makeStore: (_node, ...rest) => new WithoutMemory(...rest) },
    found: /was refused \(update-clock-reused\) and is in the log/,
  },
  {
    does: 'acknowledges a gap',
    seed: 8,
    parts: { makeStore: (_node, ...rest) => new GapsTaken(...rest), makeStorage: () => new OldestLost() },
    found: /the log leaves a gap/,
  },
  {
    does: 'shows what is behind a hole in the log',
    seed: 4,
    parts: { makeStore: (node, ...rest) => new HolesRead(node, ...rest) },
    found: /has another text than the log/,
  },
  {
    does: 'cuts anew what it has sent',
    seed: 19,
    parts: { makeStorage: () => new UpdatesRecut() },
    found: /was refused \(update-clock-reused\) and is in the log|has another text than the log|is nowhere/,
  },
  {
    does: 'reads rights before it has the locks',
    seed: 12,
    parts: { makeStore: (_node, ...rest) => new RightsBeforeLocks(...rest) },
    found: /was kept although/,
  },
  {
    does: 'trusts in rights it remembers',
    seed: 2,
    parts: { makeStore: (_node, ...rest) => new RightsRemembered(...rest) },
    found: /was kept although/,
  },
  {
    does: 'reads whether the section is frozen before it has the locks',
    seed: 1,
    parts: { makeStore: (_node, ...rest) => new FreezeBeforeLocks(...rest) },
    found: /was kept although the section was frozen/,
  },
  {
    does: 'gives a lease to whoever asks last',
    seed: 104,
    parts: { makeStore: (_node, ...rest) => new LeasesToTheLast(...rest) },
    found: /was fenced, and nobody else has its device/,
  },
  {
    does: 'tells newcomers what was true before they came',
    seed: 24,
    parts: { makeReaders: (...rest) => new NewcomersForgotten(...rest) },
    found: /is (readonly|synced) and not (readonly|synced)/,
  },
  { does: 'trusts in its doorbell', seed: 11, parts: { hasPolls: false }, found: /stands at \d+, the log at \d+/ },
  ...DISCUSSION_MUTANTS,
  ...MEETING_MUTANTS,
];
