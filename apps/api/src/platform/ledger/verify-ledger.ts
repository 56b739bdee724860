import type { DataSource } from 'typeorm';
import { FIRST_PREV, hashPayload, hashRow, type LedgerRow } from './ledger-chain.js';

type StoredRow = LedgerRow & { readonly prev: Buffer; readonly hash: Buffer; readonly salt: Buffer | null; readonly payload: unknown };

export interface LedgerFault {
  readonly forumId: string;
  readonly seq: number;
  readonly fault: 'row-missing' | 'chain-broken' | 'row-changed' | 'payload-changed';
}

export interface LedgerReport {
  readonly rows: number;
  /** Payloads that were redacted: the chain stands without them. */
  readonly redacted: number;
  readonly fault: LedgerFault | null;
}

const PAGE = 1_000;

/** Recomputes every hash of every chain, from its first row. Stops at the first fault. */
export async function verifyLedger(dataSource: DataSource): Promise<LedgerReport> {
  const forums: { id: string }[] = await dataSource.query('SELECT id FROM forum ORDER BY id');
  let rows = 0;
  let redacted = 0;
  for (const { id } of forums) {
    if (await isMissing(dataSource, id)) return { rows, redacted, fault: { forumId: id, seq: 1, fault: 'row-missing' } };
    let prev = FIRST_PREV;
    let seq = 0;
    for (let page = await readPage(dataSource, id, 0); page.length > 0; page = await readPage(dataSource, id, seq)) {
      for (const row of page) {
        const fault = faultOf(row, prev, seq + 1);
        if (fault !== null) return { rows, redacted, fault: { forumId: id, seq: row.seq, fault } };
        rows += 1;
        if (row.salt === null) redacted += 1;
        prev = row.hash;
        seq = row.seq;
      }
    }
  }
  return { rows, redacted, fault: null };
}

/** A forum begins with the row that says it was created. */
async function isMissing(dataSource: DataSource, forumId: string): Promise<boolean> {
  const rows: unknown[] = await dataSource.query('SELECT FROM ledger WHERE forum_id = $1 LIMIT 1', [forumId]);
  return rows.length === 0;
}

function faultOf({ prev, hash, salt, payload, ...row }: StoredRow, expectedPrev: Buffer, expectedSeq: number): LedgerFault['fault'] | null {
  if (row.seq !== expectedSeq) return 'row-missing';
  if (!prev.equals(expectedPrev)) return 'chain-broken';
  if (!hashRow(prev, row).equals(hash)) return 'row-changed';
  if (salt !== null && !hashPayload(salt, payload).equals(row.payloadHash)) return 'payload-changed';
  return null;
}

function readPage(dataSource: DataSource, forumId: string, after: number): Promise<StoredRow[]> {
  return dataSource.query(
    `SELECT forum_id AS "forumId", seq, at, actor, verb, object, centre_id AS "centreId", payload_hash AS "payloadHash", prev, hash,
            salt, payload
       FROM ledger LEFT JOIN ledger_payload USING (forum_id, seq)
      WHERE forum_id = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
    [forumId, after],
  );
}
