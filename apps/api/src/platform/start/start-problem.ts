/**
 * What an operator may read instead of a forum, one sentence each: what happened and what to do. They are English like the
 * logs, since no person has chosen a language yet.
 */
const SENTENCES = {
  'setting-invalid': '{name} is "{value}", but has to be {expected}.',
  'demonstration-needs-password':
    'HOST is {host}, which others can reach: set DEMO_PASSWORD (at least 12 characters) or DEMO=false.',
  'port-taken': 'Port {port} on {host} is taken: stop what listens there or set PORT.',
  'address-unusable': 'HOST {host} cannot be listened on here.',
  'directory-unusable': 'The data directory {directory} cannot be written or reached ({detail}): set DATA_DIR.',
  'directory-in-use': 'The forum in {directory} is already running: stop it first or set DATA_DIR.',
  'database-unreachable': 'The database of DATABASE_URL does not answer ({detail}).',
  'database-too-old': 'PostgreSQL {version} is too old: 16 or newer is needed.',
  'database-encoding': 'The database is encoded in {encoding}: UTF8 is needed.',
  'database-without-temporary': 'The forum may not make temporary objects in this database: its user needs the privilege TEMPORARY.',
  'database-without-icu': 'This PostgreSQL was built without ICU collations, which the forum needs.',
  'database-unsafe': 'PostgreSQL runs with {setting} = off: an edit shown as received could be lost. Switch it on.',
  'database-not-empty': 'The database already holds a forum: restore into an empty one.',
  'embedded-unavailable': 'No PostgreSQL came with the packages for this platform ({detail}): set DATABASE_URL.',
  'embedded-failed': 'The embedded PostgreSQL did not start: {detail}',
  'database-without-forum': 'The database holds no forum yet: there is nothing to copy.',
  'backup-unwritable': 'The backup cannot be written to {file} ({detail}).',
  'backup-unreadable': '{file} is not a backup that can be restored ({detail}). Nothing was changed.',
  'ledger-broken': 'The chain of the ledger breaks at row {seq} ({fault}).',
  'texts-broken': 'The log of section {section} does not verify at change {seq} ({fault}).',
  'email-invalid': '{email} is not an e-mail address that can be signed in with.',
  'nodes-on-loopback-only': 'HOST is {host}: several nodes on one machine are for this machine alone; set HOST to 127.0.0.1.',
  'usage': 'Usage: {usage}',
} as const;

export type StartProblemCode = keyof typeof SENTENCES;

/** A start or a command that ends with a sentence and exit code 1. */
export class StartProblem extends Error {
  constructor(
    readonly code: StartProblemCode,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')));
  }
}

/** Runs what a process is for; a {@link StartProblem} becomes its sentence, anything else its stack. */
export async function runOrExplain(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof StartProblem ? error.message : errorText(error)}\n`);
    process.exit(1);
  }
}

const errorText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
