import type { LocalisedTitle } from '../localised.js';

export const PUBLICATION_FORMAT = 'expert-forum-publication/1';

/** A node of a text as ProseMirror writes it. */
export interface PublishedNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly PublishedNode[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

export interface PublishedSection {
  readonly id: string;
  readonly number: string;
  readonly title: LocalisedTitle;
  readonly epoch: number;
  readonly seq: number;
  readonly schema: number;
  /** SHA-256 of JCS of `{schema, document}`: the hash that the decision on the section names. */
  readonly hash: string;
  /** SHA-256 of JCS of each block of the document, in order. */
  readonly blocks: readonly string[];
  readonly document: PublishedNode;
}

export interface PublishedChapter {
  readonly number: string;
  readonly title: LocalisedTitle;
  readonly sections: readonly PublishedSection[];
}

/** What a publication says, sealed. */
export interface PublicationBody {
  readonly format: typeof PUBLICATION_FORMAT;
  readonly forum: LocalisedTitle;
  readonly disclaimer: LocalisedTitle;
  /** Set in a demonstration. */
  readonly banner: LocalisedTitle | null;
  readonly document: LocalisedTitle;
  readonly number: number;
  readonly slug: string;
  readonly title: LocalisedTitle;
  readonly language: 'en';
  readonly sealedAt: string;
  readonly isCorrection: boolean;
  readonly supersedes: { readonly number: number; readonly slug: string; readonly hash: string } | null;
  /** The record as it stood. */
  readonly ledger: { readonly seq: number; readonly hash: string };
  readonly chapters: readonly PublishedChapter[];
}

/** The body with the SHA-256 of JCS of each of its members, so that a change can be named. */
export interface PublicationContent extends PublicationBody {
  readonly parts: Readonly<Record<keyof PublicationBody, string>>;
}

/** `GET /publications/:slug.json`, itself in JCS: the content, its SHA-256 in hex, and who vouches for it. */
export interface SealedPublication {
  readonly content: PublicationContent;
  readonly hash: string;
  readonly signature: {
    readonly algorithm: 'Ed25519';
    readonly keyId: string;
    /** SPKI, base64. */
    readonly publicKey: string;
    /** Over JCS of the content; base64. */
    readonly value: string;
  };
}
