import { SECTION_ID, type Phase } from '@expert-forum/domain';
import { Matches } from 'class-validator';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import type { PublishedNode } from '../publications/publication-content.js';

/** A section with its text as it was committed up to `seq`. */
export class SectionTextView {
  id: string;
  /** The chapter it stands in. */
  parentId: string;
  number: string;
  title: LocalisedTitle;
  phase: Phase;
  isAdReferendum: boolean;
  epoch: number;
  schema: number;
  seq: number;
  /** SHA-256 of JCS of `{schema, document}`: the same on every replica at this seq. */
  hash: string;
  /** ProseMirror JSON in its canonical form. */
  document: PublishedNode;
}

/** `GET /documents/:id/text?after=`: sections in the order of the outline, a page at a time. */
export class DocumentTextPage {
  sections: SectionTextView[];
  /** Of the last section on this page, where more follow it; the next page is asked for with `after`. */
  next: string | null;
}

/** `GET /documents/:id/text?after=` */
export class DocumentTextQuery {
  /** The last section of the page before. */
  @MayBeLeftOut()
  @Matches(SECTION_ID)
  after?: string;
}
