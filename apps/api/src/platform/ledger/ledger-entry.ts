/** What the ledger keeps of a command. */
export interface LedgerEntry {
  readonly verb: string;
  readonly object: Readonly<Record<string, string>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly centreId?: string;
}
