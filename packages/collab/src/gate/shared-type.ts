import type * as Y from 'yjs';

/** Any Yjs type that can stand in a document: element, text or fragment. */
export type SharedType = Y.ContentType['type'];
