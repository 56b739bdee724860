const KIB = 1024;
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** Limits on every input. Sizes are bytes, times are milliseconds; configuration may only lower them. */
export const LIMITS = {
  frame: { bytes: 64 * KIB, perSecond: 30, burst: 120, bytesPerSecond: 256 * KIB },
  /** `nextPart`: how long the parts of an update wait for the next one. */
  update: { bytes: 2 * KIB * KIB, structs: 5_000, deleteRanges: 5_000, nextPart: 30 * SECOND },
  document: { characters: 500_000, bytes: 4 * KIB * KIB, depth: 24, runCharacters: 20_000 },
  table: { rows: 200, columns: 12 },
  /** Texts that a node holds in memory, and their bytes as they are encoded: those that were used last. */
  openTexts: { count: 400, bytes: 64 * KIB * KIB },
  /** What a connection may leave untaken: above the first it is told of no carets, above the second it is closed; so too when it stands still. */
  untaken: { presenceBytes: 512 * KIB, bytes: 4 * KIB * KIB, still: 10 * SECOND },
  /** Who is where in the outline: told together, said again by each node, and gone when none has said it for as long. */
  whereabouts: { together: 1 * SECOND, beat: 5 * SECOND, ttl: 15 * SECOND },
  /** How long text may wait for its receipt before the status line warns, and before it offers the text for download. */
  unsent: { late: 2 * SECOND, overdue: 10 * SECOND },
  /** A text that rests is compared with the server's so often at most, by not all of its readers in one moment. */
  textCheck: { every: 30 * SECOND, spread: 5 * SECOND },
  /** A node says again who is there; whoever none has spoken of for as long is gone with theirs. */
  presence: { bytes: 2 * KIB, perSecond: 10, ttl: 30 * SECOND, beat: 4 * SECOND, unheard: 12 * SECOND },
  connections: { perMember: 10, perSection: 500, handshakesPerSecond: 60 },
  http: { bodyBytes: 256 * KIB, queryBytes: 4 * KIB, headerBytes: 16 * KIB, pageRows: 100 },
  /** What one page of a whole text holds; a single section may be larger. */
  documentText: { sections: 20, bytes: 512 * KIB },
  publication: { sections: 500 },
  name: { graphemes: 120 },
  title: { graphemes: 300 },
  comment: { characters: 10_000, mentions: 10, perHour: 60 },
  thread: { comments: 200, reasonCharacters: 2_000, quoteCharacters: 300, contextCharacters: 32 },
  session: { call: 10 * SECOND, items: 60, itemSections: 40, itemMinutes: 600, beat: 5 * SECOND, attendance: 15 * SECOND, shownDifferences: 50 },
  notice: { life: 90 * DAY, excerptCharacters: 200 },
  /** A deletion is large that leaves less than such a share of a text, and takes so many characters, within so long; for a day it is easily brought back. */
  largeDeletion: { left: 0.5, characters: 500, within: 60 * SECOND, offered: DAY },
  /** A revision is made of itself after so long a pause in so much work; what lies closer together is one stop of the timeline. */
  history: { pause: 10 * 60 * SECOND, updates: 20, together: 2 * 60 * SECOND, stops: 300, texts: 8 },
  /** So much stands above the fold; a session is soon within that time. */
  home: { first: 7, foremostNotices: 3, soon: 2 * DAY },
  login: { idle: 12 * HOUR, absolute: 7 * DAY },
  ticket: { life: 30 * SECOND },
  link: { life: DAY },
  signIn: { perAccount: 10, perAddress: 50, window: 15 * 60 * SECOND },
  password: { shortest: 12, longest: 200 },
} as const;
