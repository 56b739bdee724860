import { ALLOWED, refused, type Verdict } from '../verdict.js';
import type { Role } from './role.js';

/**
 * `yes`; `own`: where it concerns one's own centre, section or acts; `propose`: may ask those who may; `experts`: for the
 * experts of one's own centre; `no`.
 */
export type Grant = 'yes' | 'own' | 'propose' | 'experts' | 'no';

type Row = Readonly<Record<Role | 'public', Grant>>;

const row = (
  secretariat: Grant,
  moderator: Grant,
  rapporteur: Grant,
  focal_point: Grant,
  expert: Grant,
  translator: Grant,
  observer: Grant,
  everybody: Grant,
): Row => ({ secretariat, moderator, rapporteur, focal_point, expert, translator, observer, public: everybody });

/** Roles × actions: the one table of rights. Separation of duties is its point. */
export const ROLE_TABLE = {
  //                     secretariat moderator rapporteur  focal point expert   translator observer public
  'read-forum':         row('yes',   'yes',    'yes',      'yes',      'yes',   'yes',     'yes',   'no'),
  'administer-forum':   row('yes',   'no',     'no',       'no',       'no',    'no',      'no',    'no'),
  'administer-people':  row('yes',   'no',     'no',       'experts',  'no',    'no',      'no',    'no'),
  'keep-outline':       row('no',    'yes',    'own',      'no',       'no',    'no',      'no',    'no'),
  'create-document':    row('no',    'yes',    'no',       'no',       'no',    'no',      'no',    'no'),
  'name-drafters':      row('no',    'yes',    'propose',  'no',       'no',    'no',      'no',    'no'),
  'type-text':          row('no',    'no',     'own',      'own',      'own',   'no',      'no',    'no'),
  'suggest-comment':    row('no',    'yes',    'yes',      'yes',      'yes',   'yes',     'own',   'no'),
  'read-caucus':        row('no',    'no',     'no',       'own',      'own',   'no',      'no',    'no'),
  'take-position':      row('no',    'no',     'no',       'yes',      'no',    'no',      'no',    'no'),
  'read-history':       row('no',    'yes',    'own',      'own',      'own',   'no',      'no',    'no'),
  'name-revision':      row('no',    'yes',    'own',      'no',       'no',    'no',      'no',    'no'),
  'restore-revision':   row('no',    'yes',    'no',       'no',       'no',    'no',      'no',    'no'),
  'accept-editorial':   row('no',    'yes',    'own',      'no',       'no',    'no',      'no',    'no'),
  'accept-substantive': row('no',    'yes',    'no',       'no',       'no',    'no',      'no',    'no'),
  'change-phase':       row('no',    'yes',    'propose',  'no',       'no',    'no',      'no',    'no'),
  'run-session':        row('no',    'yes',    'no',       'no',       'no',    'no',      'no',    'no'),
  'ask-for-floor':      row('no',    'no',     'yes',      'yes',      'yes',   'no',      'own',   'no'),
  'add-evidence':       row('no',    'yes',    'yes',      'yes',      'yes',   'no',      'no',    'no'),
  'edit-programme':     row('no',    'no',     'own',      'own',      'own',   'no',      'no',    'no'),
  'preview-publication':row('no',   'yes',    'yes',      'no',       'no',    'no',      'no',    'no'),
  'seal-publication':   row('no',    'yes',    'no',       'no',       'no',    'no',      'no',    'no'),
  'endorse-publication':row('no',    'no',     'no',       'yes',      'no',    'no',      'no',    'no'),
  'read-ledger':        row('yes',   'yes',    'own',      'own',      'own',   'no',      'no',    'own'),
} as const satisfies Record<string, Row>;

export type Action = keyof typeof ROLE_TABLE;

/** May this role do it? `isOwn`: the thing at hand is of the actor's own centre, section or doing. */
export function mayPerform(action: Action, role: Role | 'public', { isOwn }: { readonly isOwn: boolean }): Verdict {
  const grant: Grant = ROLE_TABLE[action][role];
  const isGranted = grant === 'yes' || ((grant === 'own' || grant === 'experts') && isOwn);
  return isGranted ? ALLOWED : refused('not-allowed', { action, role });
}
