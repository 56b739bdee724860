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
const FACTS: Readonly<Record<keyof RightsRow, string>> = {
  role: 'mandate.role',
  startsAt: moment('mandate.starts_at'),
  endsAt: moment('mandate.ends_at'),
  withdrawnAt: moment('mandate.withdrawn_at'),
  isDrafter: 'drafter.mandate_id IS NOT NULL',
  isRapporteur: 'coalesce(coalesce(section.rapporteur_mandate_id, chapter.rapporteur_mandate_id) = mandate.id, false)',
};
const RIGHTS = Object.entries(FACTS)
  .map(([name, fact]) => `${fact} AS "${name}"`)
  .join(', ');
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
  readonly stamp: string;
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
export const WRITE_SETTINGS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
  'default_transaction_isolation=read\\ committed',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** `$1` channels, `$2` leases, `$3` logins, `$4` mandates, `$5` connections. */
const ASKED = `
  FROM unnest($1::integer[], $2::bigint[], $3::uuid[], $4::uuid[], $5::text[])
       WITH ORDINALITY AS asked (channel, lease, login_id, mandate_id, connection, request)
  JOIN section ON section.channel = asked.channel AND section.removed_at IS NULL ${RIGHTS_FROM}
  LEFT JOIN lease ON lease.section_id = section.id AND lease.epoch = section.epoch AND lease.lease = asked.lease`;
const HOLDS_LEASE = 'coalesce(lease.mandate_id = asked.mandate_id AND lease.holder = asked.connection, false)';
/** Everything a request is judged by, but the end of the log: that is compared by the log's own keys. */
const STAMP = `(section.id, section.epoch, section.schema, section.phase, ${Object.values(FACTS).join(', ')}, ${HOLDS_LEASE})::text`;

/** One row a request whose section is there. */
export const READ_STANDING = {
  name: 'read-standing',
  text: `SELECT asked.request::integer, ${HEAD}, section.phase, ${RIGHTS}, ${HOLDS_LEASE} AS "holdsLease", ${STAMP} AS stamp ${ASKED}`,
};

/** `$1` channel, `$2` epoch, `$3` the seq behind which rows are wanted. */
export const LOG_AFTER = `${ROW} WHERE channel = $1 AND epoch = $2 AND seq > $3 ORDER BY seq`;

/** `$1` section, `$2` epoch. */
export const LATEST_SNAPSHOT = 'SELECT seq, state, last_ns AS "lastNs", hash FROM section_snapshot WHERE section_id = $1 AND epoch = $2 ORDER BY seq DESC LIMIT 1';

export const TRANSACTION_LOG = { name: 'transaction-log', text: LOG_AFTER };

export const FIND_ROWS = { name: 'find-rows', text: `${ROW} WHERE channel = $1 AND epoch = $2 AND lease_bits = $3 AND n BETWEEN $4 AND $5` };

/** The nine parameters of new rows, from `$first`: a time, columns, and all bodies one behind the other with their lengths and where each begins, from 1. */
const append = (first: number): string => {
  const [at, channels, epochs, seqs, leases, ns, bodies, lengths, starts] = Array.from({ length: 9 }, (_, index) => `$${first + index}`);
  return `
    INSERT INTO section_update (at, channel, epoch, seq, lease_bits, n, body)
    SELECT ${at}, channel, epoch, seq, lease_bits, n, substring(${bodies}::bytea FROM start FOR length)
      FROM unnest(${channels}::integer[], ${epochs}::integer[], ${seqs}::integer[], ${leases}::integer[], ${ns}::integer[], ${lengths}::integer[], ${starts}::integer[])
           AS new (channel, epoch, seq, lease_bits, n, length, start)`;
};

export const APPEND = { name: 'append', text: append(1) };

export const COMPARE_STANDINGS = `SELECT array_agg(${STAMP} ORDER BY asked.request) ${ASKED}`;

/**
 * All of a write in one message: it takes the locks, compares the standings with those that it was judged by, and stores the rows
 * if they are still so. In a function that is VOLATILE each statement sees what was committed when that statement began, so that
 * what is compared is read under the locks (R14). It judges nothing: the rules are the domain's.
 *
 * It belongs to its connection, and is the one of the program that calls it, whatever other programs the database serves.
 */
export const DEFINE_APPEND_IF_UNCHANGED = `
  CREATE FUNCTION pg_temp.append_if_unchanged(integer[], bigint[], uuid[], uuid[], text[], text[],
    integer[], integer[], boolean[], timestamptz, integer[], integer[], integer[], integer[], integer[], bytea, integer[], integer[])
  RETURNS boolean LANGUAGE plpgsql VOLATILE AS $body$
  BEGIN
    PERFORM CASE WHEN is_shared THEN pg_advisory_xact_lock_shared(space, number) ELSE pg_advisory_xact_lock(space, number) END
       FROM unnest($7, $8, $9) AS lock (space, number, is_shared);
    IF (${COMPARE_STANDINGS}) IS DISTINCT FROM $6 THEN RETURN false; END IF;
    ${append(10)};
    RETURN true;
  END $body$`;

/** `$1`–`$5` as in `ASKED`, `$6` stamps, `$7`–`$9` locks in their order, `$10`–`$18` new rows. */
export const APPEND_IF_UNCHANGED = {
  name: 'append-if-unchanged',
  text: `SELECT pg_temp.append_if_unchanged(${Array.from({ length: 18 }, (_, index) => `$${index + 1}`).join(', ')}) AS "isStored"`,
};

export const RAISE_SCHEMA = { name: 'raise-schema', text: 'UPDATE section SET schema = greatest(schema, $2) WHERE id = $1' };

export const GRANT_SERVER_LEASE = {
  name: 'grant-server-lease',
  text: 'INSERT INTO lease (section_id, epoch, lease, mandate_id, granted_at) VALUES ($1, $2, $3, NULL, $4)',
};

// --- outside of writes ---

export const VIEW = {
  name: 'section-view',
  text: `
    SELECT ${WHOLE_HEAD}, ${RIGHTS}
      FROM section JOIN document ON document.id = section.document_id
     CROSS JOIN (SELECT $3::uuid AS login_id, $4::uuid AS mandate_id) AS asked ${RIGHTS_FROM}
     WHERE section.id = $1 AND document.forum_id = $2 AND section.parent_id IS NOT NULL AND section.removed_at IS NULL`,
};

export const READ_HEAD = { name: 'section-head', text: `SELECT ${WHOLE_HEAD} FROM section WHERE channel = $1 AND removed_at IS NULL` };

export const READ_HEADS = `SELECT ${HEAD} FROM section WHERE channel = ANY($1::integer[])`;

export const READ_SNAPSHOT = `
  SELECT seq, state, last_ns AS "lastNs" FROM section_snapshot
   WHERE section_id = (SELECT id FROM section WHERE channel = $1) AND epoch = $2 ORDER BY seq DESC LIMIT 1`;

export const GRANT_LEASE = {
  name: 'grant-lease',
  text: `
    INSERT INTO lease (section_id, epoch, lease, mandate_id, holder, holder_ordinal, granted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT DO NOTHING RETURNING lease::double precision AS lease`,
};

export const RESUME_LEASES = `
  UPDATE lease SET holder = $5, holder_ordinal = $6
   WHERE section_id = $1 AND epoch = $2 AND mandate_id = $3 AND lease = ANY($4) AND holder_ordinal <= $6
  RETURNING lease::double precision AS lease, coalesce((SELECT max(n) FROM section_update u
    WHERE u.channel = $7 AND u.epoch = lease.epoch AND u.lease_bits = lease.lease::bit(32)::integer), 0) AS "lastN"`;
