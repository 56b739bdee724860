/** A COMMIT whose outcome is not known, or that failed: the answer is in the database alone. */
export class CommitFailed extends Error {}

/** Nothing was stored: what the write was judged by is no longer so. */
export class StandingChanged extends CommitFailed {}
