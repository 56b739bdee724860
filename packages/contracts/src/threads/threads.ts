import { type Disposition, type Role, type ThreadStateKind, type Visibility } from '@expert-forum/domain';
import type { AnchorView } from './anchors.js';

/** Who said it, and as what. */
export class SpeakerView {
  mandateId: string;
  memberId: string;
  memberName: string;
  role: Role;
  centreCode: string | null;
}

export class CommentView {
  id: string;
  /** In its thread, from 1: the comment that opened it. */
  position: number;
  author: SpeakerView;
  /** null: its author removed it. */
  body: string | null;
  mentions: { memberId: string; memberName: string }[];
  createdAt: string;
  editedAt: string | null;
  deletedAt: string | null;
}

export class ResolutionView {
  disposition: Disposition;
  reason: string;
  by: SpeakerView;
  at: string;
}

/** `thread:changed`, the answer to every command about a thread, and a row of `GET /sections/:id/threads`. */
export class ThreadView {
  id: string;
  sectionId: string;
  /** Grows with every change: of two views the greater one is the newer. */
  version: number;
  visibility: Visibility;
  /** The centre whose thread it is; null: the forum's. */
  centreId: string | null;
  anchor: AnchorView;
  /** The words are no longer in the text. */
  isDetached: boolean;
  state: ThreadStateKind;
  resolution: ResolutionView | null;
  openedBy: SpeakerView;
  openedAt: string;
  comments: CommentView[];
}

/** `GET /sections/:id/threads`, oldest first. */
export class ThreadsPage {
  threads: ThreadView[];
  /** What to ask for as `after` to read on; null: this is all. */
  next: string | null;
}

/** `GET /comments/:id/trace`: the former wordings of a comment, oldest first; of a removed one the last is how it ended. */
export class FormerWordingView {
  /** When it was replaced or removed. */
  at: string;
  body: string;
}

/** `GET /mentionables`: whom a comment may mention, once for each mandate. */
export class MentionableView {
  memberId: string;
  memberName: string;
  role: Role;
  centreCode: string | null;
}
