import type { Role } from '@expert-forum/domain';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MayBeLeftOut } from '../may-be-left-out.js';

/** Who wrote: a member for a centre, or in a role without one. */
export class WriterView {
  memberName: string;
  role: Role;
  /** null: moderators, rapporteurs and others who act for no centre. */
  centreCode: string | null;
}

/** Work that lies close together. */
export class StopView {
  /** Of its last change. */
  seq: number;
  startedAt: string;
  endedAt: string;
  /** How many changes. */
  changes: number;
  /** Places in `writers`; the server's own text has none. */
  writers: number[];
}

/** `GET /sections/:id/history`, oldest first. */
export class SectionHistoryView {
  epoch: number;
  writers: WriterView[];
  stops: StopView[];
}

/** `GET /sections/:id/authorship?at=`: a seq; left out, the text as it stands. */
export class AuthorshipRequest {
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  at?: number;
}

/** Characters that belong together: of one author, one change, and one mover if there was one. */
export class AuthoredRunView {
  /** An inline node is U+FFFC. */
  text: string;
  /** Place in `writers`; null: the forum itself. */
  writer: number | null;
  /** When they first came into the text. */
  at: string;
  /** Who last moved them or brought them back, if somebody else. */
  mover: MoverView | null;
}

export class MoverView {
  writer: number | null;
  at: string;
}

export class AuthoredBlockView {
  id: string;
  name: 'paragraph' | 'heading' | 'footnote';
  level: number | null;
  within: 'list' | 'quote' | 'cell' | null;
  runs: AuthoredRunView[];
}

export class AuthorshipView {
  epoch: number;
  seq: number;
  /** Of the change that made the text so. */
  at: string;
  writers: WriterView[];
  blocks: AuthoredBlockView[];
}
