/** `GET /sections/:id/revisions`, newest first: named states of a section that never change. */
export class RevisionSummary {
  id: string;
  sectionId: string;
  name: string;
  epoch: number;
  seq: number;
  schema: number;
  hash: string;
  createdAt: string;
}

/** `GET /revisions/:id`; the document is ProseMirror JSON in its canonical form. */
export class RevisionView extends RevisionSummary {
  document: object;
}
