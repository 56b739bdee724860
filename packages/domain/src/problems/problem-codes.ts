/** What sort of trouble: decides the HTTP status and what a client may do about it. */
export type ProblemKind = 'input' | 'authentication' | 'authority' | 'missing' | 'conflict' | 'limit' | 'unavailable' | 'internal';

interface Problem {
  readonly kind: ProblemKind;
  readonly status: number;
  /** Stable English title (RFC 9457); the sentences people read are in the catalogues under the code. */
  readonly title: string;
}

const problem = (kind: ProblemKind, status: number, title: string): Problem => ({ kind, status, title });

/** Every refusal of the forum. A code is never renamed: clients and catalogues switch on it. */
export const PROBLEMS = {
  'input-invalid': problem('input', 422, 'The input does not have the required form'),
  'body-malformed': problem('input', 400, 'The body is not what its type says'),
  'body-too-large': problem('input', 413, 'The body is too large'),
  'query-too-long': problem('input', 414, 'The query is too long'),
  'origin-not-allowed': problem('authority', 403, 'The request comes from another site'),
  'request-header-missing': problem('authority', 403, 'The header X-Forum-Request is missing'),
  'sign-in-failed': problem('authentication', 401, 'The address or the password is not right'),
  'sign-in-limited': problem('limit', 429, 'Too many attempts to sign in'),
  'login-required': problem('authentication', 401, 'Signing in is required'),
  'ticket-invalid': problem('authentication', 401, 'The ticket is unknown, used or expired'),
  'mandate-required': problem('authority', 403, 'The request names no mandate to act under'),
  'mandate-not-held': problem('authority', 403, 'The mandate is not held, not yet valid or withdrawn'),
  'not-allowed': problem('authority', 403, 'The role does not include this act'),
  'demonstration-only': problem('authority', 403, 'This exists in a demonstration forum only'),
  'link-invalid': problem('missing', 404, 'The link is unknown, used or expired'),
  'not-found': problem('missing', 404, 'There is nothing at this address'),
  'member-exists': problem('conflict', 409, 'A member with this address exists already'),
  'centre-exists': problem('conflict', 409, 'A centre with this code exists already'),
  'centre-required': problem('input', 422, 'This role acts for a centre'),
  'centre-forbidden': problem('input', 422, 'This role acts for no centre'),
  'dates-reversed': problem('input', 422, 'The end lies before the beginning'),
  'last-secretariat': problem('conflict', 409, 'Nobody would be left to administer the forum'),
  'mandate-withdrawn': problem('conflict', 409, 'The mandate is withdrawn already'),
  'section-not-empty': problem('conflict', 409, 'The chapter still holds sections'),
  'section-removed': problem('conflict', 409, 'The section was removed'),
  'section-place-invalid': problem('input', 422, 'A section stands in a chapter, a chapter in the document'),
  'drafter-named': problem('conflict', 409, 'This mandate is a drafter of the section already'),
  'drafter-unfit': problem('input', 422, 'Only a focal point or an expert can be a drafter'),
  'rapporteur-unfit': problem('input', 422, 'This mandate is not that of a rapporteur'),
  'transition-unknown': problem('conflict', 409, 'The section cannot go from its phase to that one'),
  'transition-needs-decision': problem('conflict', 409, 'Only a recorded decision leads there'),
  'transition-open-brackets': problem('conflict', 409, 'Brackets are still open'),
  'transition-blocked-by-position': problem('conflict', 409, 'A centre objects'),
  'section-frozen': problem('authority', 409, 'The text is frozen in this phase'),
  'not-a-drafter': problem('authority', 403, 'The mandate is not a drafter of the section'),
  'not-joined': problem('conflict', 409, 'The section has not been joined on this connection'),
  'client-too-old': problem('conflict', 409, 'The application has to be loaded again'),
  'schema-too-old': problem('conflict', 409, 'The text needs a newer application'),
  'epoch-changed': problem('conflict', 409, 'The text was restored; unsent changes belong to the former one'),
  'lease-unknown': problem('authority', 403, 'The client id was not leased to this page'),
  'lease-closed': problem('conflict', 409, 'An earlier change under this client id was refused'),
  'update-gap': problem('conflict', 409, 'A change before this one is missing'),
  'update-origin-unknown': problem('conflict', 409, 'The change leans on text that is not known'),
  'update-parent-unknown': problem('conflict', 409, 'The change goes into a block that is not known'),
  'update-delete-unknown': problem('conflict', 409, 'The change deletes text that is not known'),
  'outcome-unknown': problem('unavailable', 503, 'It is not known whether the change was stored'),
  'update-malformed': problem('input', 422, 'The change cannot be read'),
  'update-too-large': problem('input', 413, 'The change is too large'),
  'update-not-own': problem('authority', 403, 'The change is under a foreign client id'),
  'update-clock-reused': problem('conflict', 409, 'The change reuses a number that was given'),
  'update-not-as-emitted': problem('input', 422, 'The change holds structures that no editor makes'),
  'schema-violated': problem('input', 422, 'The change breaks the form of a section'),
  'document-too-deep': problem('input', 422, 'The text is nested too deeply'),
  'document-too-large': problem('input', 422, 'The section is full'),
  'run-too-long': problem('input', 422, 'One run of text is too long'),
  'parent-gone': problem('conflict', 409, 'The block was deleted meanwhile'),
  'paragraph-id-changed': problem('input', 422, 'A paragraph keeps its id'),
  'paragraph-id-taken': problem('input', 422, 'Another paragraph has this id'),
  'frame-malformed': problem('input', 400, 'The frame cannot be read'),
  'rate-exceeded': problem('limit', 429, 'Too many requests'),
  'connections-exceeded': problem('limit', 429, 'Too many connections'),
  'too-slow': problem('limit', 408, 'The connection does not keep up'),
  draining: problem('unavailable', 503, 'This node is stopping'),
  unavailable: problem('unavailable', 503, 'The forum cannot answer at the moment'),
  internal: problem('internal', 500, 'Something went wrong on the side of the forum'),
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
