/** What a page says to a service worker: which version it is, or that it may take over. */
export type WorkerMessage = 'say-version' | 'take-over';

/** `<meta name="…">` with the version of the page; the build writes the same into the worker. */
export const VERSION_META = 'forum-version';
