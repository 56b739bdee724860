import type { Phase, Role } from '@expert-forum/domain';
import { dateOf, moment } from '../../../platform/database/moment.js';
import type { SectionHead, TextHead } from './drafting-store.js';
import type { WriterFacts } from './judge-request.js';

export const LARGEST_LEASE = 0xffff_ffff;

/** The log has the 32 bits of a lease as an integer, which has a sign: half of the bytes in each row and in the index of leases. */
export const bitsOf = (lease: number): number => lease | 0;
/** The lease again, in SQL. */
export const leaseOf = (bits: string): string => `(${bits}::bigint & ${LARGEST_LEASE})`;

// The head is found at the end of the log's primary key: one look into an index.
const HEAD = `section.id, section.channel, section.epoch, section.schema,
  coalesce((SELECT max(seq) FROM section_update WHERE channel = section.channel AND epoch = section.epoch), 0) AS seq`;
const WHOLE_HEAD = `${HEAD}, section.phase, section.phase_changed_at AS "phaseChangedAt"`;

/** What is known of `asked (login_id, mandate_id)` in `section`; the role is null where login or member do not stand. */
const RIGHTS = `mandate.role, ${moment('mandate.starts_at')} AS "startsAt", ${moment('mandate.ends_at')} AS "endsAt", ${moment('mandate.withdrawn_at')} AS "withdrawnAt",
  drafter.mandate_id IS NOT NULL AS "isDrafter",
  coalesce(coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id) = mandate.id, false) AS "isRapporteur"`;
const RIGHTS_FROM = `
  LEFT JOIN section chapter ON chapter.id = section.parent_id
  LEFT JOIN (login JOIN member ON member.id = login.member_id JOIN mandate ON mandate.member_id = member.id)
    ON login.id = asked.login_id AND mandate.id = asked.mandate_id AND login.ended_at IS NULL AND member.suspended_at IS NULL
  LEFT JOIN drafter ON drafter.section_id = section.id AND drafter.mandate_id = mandate.id`;

const ROW = `SELECT seq, ${leaseOf('lease_bits')}::double precision AS lease, n, body FROM section_update`;

/** Times in milliseconds. */
interface RightsRow {
  readonly role: Role | null;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly withdrawnAt: number | null;
  readonly isDrafter: boolean;
  readonly isRapporteur: boolean;
}

export type ViewRow = SectionHead & RightsRow;

export interface StandingRow extends TextHead, RightsRow {
  /** Which of the requests this is about, from 1. */
  readonly request: number;
  readonly phase: Phase;
  readonly holdsLease: boolean;
}

export function writerFacts({ role, startsAt, endsAt, withdrawnAt, isDrafter, isRapporteur }: RightsRow): WriterFacts | null {
  if (role === null || startsAt === null) return null;
  return { role, startsAt: new Date(startsAt), endsAt: dateOf(endsAt), withdrawnAt: dateOf(withdrawnAt), isDrafter, isRapporteur };
}

/** An array of numbers as PostgreSQL reads one; `pg` would escape each of them by itself. */
export const numbers = (values: readonly number[]): string => `{${values.join(',')}}`;

// --- on the connection of a write: named, so that they are parsed and planned once ---

/**
 * The plan of such a statement is kept, whatever its values: planning each anew would cost more than running it. It reads single
 * rows by their keys and may do nothing else: to read all of a table, good while it is small, would be kept while it grows.
 */
export const WRITE_SETTINGS = ['plan_cache_mode=force_generic_plan', 'enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off', 'jit=off']
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** One row a request whose section is there: `$1` channels, `$2` leases, `$3` logins, `$4` mandates, `$5` connections. */
export const READ_STANDING = {
  name: 'read-standing',
  text: `
    SELECT asked.request::integer, ${HEAD}, section.phase, ${RIGHTS},
           coalesce(lease.mandate_id = asked.mandate_id AND lease.holder = asked.connection, false) AS "holdsLease"
      FROM unnest($1::integer[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[])
           WITH ORDINALITY AS asked (channel, lease, login_id, mandate_id, connection, request)
      JOIN section ON section.channel = asked.channel AND section.removed_at IS NULL ${RIGHTS_FROM}
      LEFT JOIN lease ON lease.section_id = section.id AND lease.epoch = section.epoch AND lease.lease = asked.lease`,
};

/** `$1` channel, `$2` epoch, `$3` the seq behind which rows are wanted. */
export const LOG_AFTER = `${ROW} WHERE channel = $1 AND epoch = $2 AND seq > $3 ORDER BY seq`;

/** `$1` section, `$2` epoch. */
export const LATEST_SNAPSHOT = 'SELECT seq, state, last_ns AS "lastNs", hash FROM section_snapshot WHERE section_id = $1 AND epoch = $2 ORDER BY seq DESC LIMIT 1';

export const TRANSACTION_LOG = { name: 'transaction-log', text: LOG_AFTER };

export const FIND_ROWS = { name: 'find-rows', text: `${ROW} WHERE channel = $1 AND epoch = $2 AND lease_bits = $3 AND n BETWEEN $4 AND $5` };

/** `$7`: all bodies, one behind the other, `$8` their lengths and `$9` where each begins, from 1. */
export const APPEND = {
  name: 'append',
  text: `
    INSERT INTO section_update (at, channel, epoch, seq, lease_bits, n, body)
    SELECT $1, channel, epoch, seq, lease_bits, n, substring($7::bytea FROM start FOR length)
      FROM unnest($2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::integer[], $8::integer[], $9::integer[])
           AS new (channel, epoch, seq, lease_bits, n, length, start)`,
};

export const RAISE_SCHEMA = { name: 'raise-schema', text: 'UPDATE section SET schema = greatest(schema, $2) WHERE id = $1' };

export const GRANT_SERVER_LEASE = {
  name: 'grant-server-lease',
  text: 'INSERT INTO lease (section_id, epoch, lease, mandate_id, granted_at) VALUES ($1, $2, $3, NULL, $4)',
};

// --- outside of writes ---

export const VIEW = `
  SELECT ${WHOLE_HEAD}, ${RIGHTS}
    FROM section JOIN document ON document.id = section.document_id
   CROSS JOIN (SELECT $3::uuid AS login_id, $4::uuid AS mandate_id) AS asked ${RIGHTS_FROM}
   WHERE section.id = $1 AND document.forum_id = $2 AND section.parent_id IS NOT NULL AND section.removed_at IS NULL`;

export const READ_HEAD = `SELECT ${WHOLE_HEAD} FROM section WHERE channel = $1 AND removed_at IS NULL`;

export const READ_HEADS = `SELECT ${HEAD} FROM section WHERE channel = ANY($1::integer[])`;

export const READ_SNAPSHOT = `
  SELECT seq, state, last_ns AS "lastNs" FROM section_snapshot
   WHERE section_id = (SELECT id FROM section WHERE channel = $1) AND epoch = $2 ORDER BY seq DESC LIMIT 1`;

export const GRANT_LEASE = `
  INSERT INTO lease (section_id, epoch, lease, mandate_id, holder, holder_ordinal, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT DO NOTHING RETURNING lease::double precision AS lease`;

export const RESUME_LEASES = `
  UPDATE lease SET holder = $5, holder_ordinal = $6
   WHERE section_id = $1 AND epoch = $2 AND mandate_id = $3 AND lease = ANY($4) AND holder_ordinal <= $6
  RETURNING lease::double precision AS lease, coalesce((SELECT max(n) FROM section_update u
    WHERE u.channel = $7 AND u.epoch = lease.epoch AND u.lease_bits = lease.lease::bit(32)::integer), 0) AS "lastN"`;
