import { encodeApplied } from '@expert-forum/collab';
import type { PushOutcome } from '../../src/features/drafting/engine/push.js';
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
  { does: 'acknowledges before the commit', seed: 0, parts: { makeStore: (_node, ...rest) => new EarlyAnswers(...rest) }, found: STORED },
  {
    does: 'shows before the commit',
    seed: 0,
    parts: { makeStore: (node, ...rest) => new EarlyBroadcast(node, ...rest) },
    found: /was shown and is not in the log/,
  },
  {
    does: 'forgets which numbers it has stored',
    seed: 28,
    parts: { makeStore: (_node, ...rest) => new WithoutMemory(...rest) },
    found: /was refused \(update-clock-reused\) and is in the log/,
  },
  {
    does: 'reads rights before it has the locks',
    seed: 0,
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
    seed: 4,
    parts: { makeStore: (_node, ...rest) => new FreezeBeforeLocks(...rest) },
    found: /was kept although the section was frozen/,
  },
  {
    does: 'gives a lease to whoever asks last',
    seed: 269,
    parts: { makeStore: (_node, ...rest) => new LeasesToTheLast(...rest) },
    found: /was fenced, and nobody else has its device/,
  },
  {
    does: 'tells newcomers what was true before they came',
    seed: 59,
    parts: { makeReaders: (...rest) => new NewcomersForgotten(...rest) },
    found: /is (readonly|synced) and not (readonly|synced)/,
  },
  { does: 'trusts in its doorbell', seed: 7, parts: { hasPolls: false }, found: /stands at \d+, the log at \d+/ },
  ...DISCUSSION_MUTANTS,
  ...MEETING_MUTANTS,
];
