import { LIMITS, type RevisionKind } from '@expert-forum/domain';
import { IsUUID } from 'class-validator';
import { IsPlainText } from '../text-limits.js';

/** `GET /sections/:id/revisions`, newest first: states of a section that are kept and never change. */
export class RevisionSummary {
  id: string;
  sectionId: string;
  kind: RevisionKind;
  /** Given by a member; of a phase the one that it led to; empty at a quiet point and before a deletion. */
  name: string;
  epoch: number;
  seq: number;
  schema: number;
  hash: string;
  createdAt: string;
  /** Name of the member, before a deletion of whoever deleted most; null: kept by rule, or by a session. */
  keptBy: string | null;
}

/** `GET /revisions/:id`; the document is ProseMirror JSON in its canonical form. */
export class RevisionView extends RevisionSummary {
  document: object;
}

/** `POST /sections/:id/revisions` */
export class RevisionNaming {
  @IsPlainText(LIMITS.name.graphemes)
  name: string;
}

/** `POST /sections/:id/restoration` */
export class Restoration {
  @IsUUID()
  revisionId: string;
}

/** What a restore has left behind. */
export class RestoredView {
  /** Of the text that says again what the revision says. */
  seq: number;
  /** The revision that holds the text as it was before; null: one held it already. */
  revisionBefore: string | null;
}
