import type { LedgerEntry, Outcome } from '../../platform/ledger/command-runner.js';
import type { StoredThread } from './threads.repository.js';

type Identity = Pick<StoredThread, 'id' | 'sectionId' | 'documentId' | 'centreId'>;
type Said = Pick<LedgerEntry, 'verb' | 'payload'> & { readonly object?: LedgerEntry['object'] };

/** The thread's id, with what the ledger keeps of a command. A row about a centre's thread is that centre's. */
export const threadOutcome = ({ id, sectionId, documentId, centreId }: Identity, { verb, object, payload }: Said): Outcome<string> => ({
  value: id,
  entry: { verb, object: { document: documentId, section: sectionId, thread: id, ...object }, payload, ...(centreId !== null && { centreId }) },
});
