import type { EntityManager } from 'typeorm';
import type { LedgerEntry, Outcome } from '../../platform/ledger/command-runner.js';
import { ThreadEntity } from './thread.entity.js';
import type { StoredThread } from './threads.repository.js';

type Change = Partial<Pick<ThreadEntity, 'state' | 'disposition' | 'reason' | 'resolvedBy' | 'resolvedAt'>>;
type Identity = Pick<StoredThread, 'id' | 'sectionId' | 'documentId' | 'centreId'>;
type Said = Pick<LedgerEntry, 'verb' | 'payload'> & { readonly object?: LedgerEntry['object'] };

/** Saves what a command changed of a thread that it holds. @returns the thread's id, with what the ledger keeps */
export async function saveThread(manager: EntityManager, thread: StoredThread, change: Change, said: Said): Promise<Outcome<string>> {
  await manager.getRepository(ThreadEntity).update({ id: thread.id }, { ...change, version: () => 'version + 1' });
  return threadOutcome(thread, said);
}

/** A row about a centre's thread is that centre's. */
export const threadOutcome = ({ id, sectionId, documentId, centreId }: Identity, { verb, object, payload }: Said): Outcome<string> => ({
  value: id,
  entry: { verb, object: { document: documentId, section: sectionId, thread: id, ...object }, payload, ...(centreId !== null && { centreId }) },
});
