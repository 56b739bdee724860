import { setImmediate } from 'node:timers/promises';
import { seededRandom } from '@expert-forum/testing';
import type { ContractWorld } from './contract-world.js';
import { actOn, addDrafter, addSection } from './memory-acts.js';
import { MemoryDatabase } from './memory-database.js';
import { CALM, MemoryDraftingStore } from './memory-drafting-store.js';

const MOST_LOOKS = 1_000;

export function startMemoryWorld(): Promise<ContractWorld> {
  const database = new MemoryDatabase(() => new Date(), seededRandom(1));
  const { locks } = database;
  return Promise.resolve<ContractWorld>({
    node: async (fate = 'done') => new MemoryDraftingStore(database, { ...CALM, commitFate: () => fate }),
    section: async () => addSection(database),
    drafter: async ({ channel }) => addDrafter(database, channel),
    begin: async (act, { channel }, person) => {
      const session = {};
      const { lock, change } = actOn(database, act, channel, person);
      await locks.take(session, [{ ...lock, mode: 'exclusive' }]);
      return {
        untilSomebodyWaits: async () => {
          for (let look = 0; !locks.isContended; look++) {
            if (look > MOST_LOOKS) throw new Error('nobody waits');
            await setImmediate();
          }
        },
        commit: async () => {
          change();
          locks.release(session);
        },
      };
    },
    stop: async () => undefined,
  });
}
