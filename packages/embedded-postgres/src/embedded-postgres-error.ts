export type EmbeddedPostgresFailure = 'no-binaries' | 'no-unprivileged-user' | 'initdb-failed' | 'start-failed' | 'stop-failed';

/** Why the embedded server is not there; `detail` is what the server's own tool said. */
export class EmbeddedPostgresError extends Error {
  constructor(
    readonly failure: EmbeddedPostgresFailure,
    readonly detail: string,
  ) {
    super(`${failure}: ${detail}`);
  }
}
