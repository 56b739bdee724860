import { DISPOSITIONS, LIMITS, SECTION_ID, VISIBILITIES, type Disposition, type Visibility } from '@expert-forum/domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID, Matches } from 'class-validator';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { Nested } from '../nested.js';
import { IsProse } from '../text-limits.js';
import { WordPlaces } from './anchors.js';

/** `PATCH /comments/:id` */
export class CommentWording {
  /** Plain text with line breaks. */
  @IsProse(LIMITS.comment.characters)
  body: string;

  /** Members, named in the body as people read them. */
  @IsArray()
  @ArrayMaxSize(LIMITS.comment.mentions)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  mentions: string[];
}

/** `POST /threads/:id/comments` */
export class NewComment extends CommentWording {
  /** Made by the client: what is sent again under the same key is written once. */
  @IsUUID()
  key: string;
}

/** `POST /sections/:id/threads` */
export class NewThread extends NewComment {
  @IsIn(VISIBILITIES)
  visibility: Visibility;

  @Nested(() => WordPlaces)
  words: WordPlaces;
}

/** `POST /threads/:id/resolution` */
export class ThreadAnswer {
  @IsIn(DISPOSITIONS)
  disposition: Disposition;

  @IsProse(LIMITS.thread.reasonCharacters)
  reason: string;
}

/** `GET /sections/:id/threads?after=` */
export class ThreadsQuery {
  @MayBeLeftOut()
  @IsUUID()
  after?: string;
}

/** `GET /mentionables?visibility=` */
export class MentionablesQuery {
  @IsIn(VISIBILITIES)
  visibility: Visibility;
}

/** `thread:open` */
export class OpenThread extends NewThread {
  @Matches(SECTION_ID)
  sectionId: string;
}

/** `comment:add` */
export class AddComment extends NewComment {
  @IsUUID()
  threadId: string;
}

/** `comment:edit` */
export class EditComment extends CommentWording {
  @IsUUID()
  commentId: string;
}

/** `comment:remove` */
export class CommentReference {
  @IsUUID()
  commentId: string;
}

/** `thread:resolve` */
export class ResolveThread extends ThreadAnswer {
  @IsUUID()
  threadId: string;
}

/** `thread:reopen` */
export class ThreadReference {
  @IsUUID()
  threadId: string;
}

/** `thread:attach` */
export class AttachThread extends WordPlaces {
  @IsUUID()
  threadId: string;
}
