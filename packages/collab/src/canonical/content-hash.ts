import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import type * as Y from 'yjs';
import { canonicalNode, schemaOfDocument, toDocumentJson, type NodeJson } from './document-json.js';
import { jcs } from './jcs.js';

/** SHA-256, in hex, of a document as ProseMirror JSON: JCS of `{schema, document}` in canonical form (R2). */
export const hashOfDocument = (document: NodeJson): string =>
  toHexString(digest(new TextEncoder().encode(jcs({ schema: schemaOfDocument(document), document: canonicalNode(document) }))));

/** The content hash of a section's shared text: equal on replicas that show the same text. */
export const contentHash = (doc: Y.Doc): string => hashOfDocument(toDocumentJson(doc));

/** SHA-256, in hex, of a list of content hashes, each with a line feed behind it: stands for several texts in their order. */
export const hashOfHashes = (hashes: readonly string[]): string => toHexString(digest(new TextEncoder().encode(hashes.map((hash) => `${hash}\n`).join(''))));
