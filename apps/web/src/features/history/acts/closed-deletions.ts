const KEY = 'forum.closed-deletions';
/** The older ones are offered no more. */
const KEPT = 20;

const closed = (): string[] => (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);

/** Has the notice of this revision been closed on this device? */
export const isClosed = (revisionId: string): boolean => closed().includes(revisionId);

export const close = (revisionId: string): void => localStorage.setItem(KEY, [...closed(), revisionId].slice(-KEPT).join(' '));
