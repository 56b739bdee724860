import { LIMITS, type DecisionKind, type Disposition, type NoticeKind, type Phase } from '@expert-forum/domain';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import type { SessionSummary } from '../sessions/sessions.js';
import type { SpeakerView } from '../threads/threads.js';
import { IsNoticePlace } from './notice-place.js';

/** A section as a list names it. */
export class SectionReference {
  id: string;
  /** `5.1`; of a chapter `5`. */
  number: string;
  title: LocalisedTitle;
}

/** The comment that a notice leads to, as it reads when the notice is shown. */
export class NoticedThreadView {
  id: string;
  /** The paragraph in which its words begin. */
  paragraphId: string;
  /** The words it is about. */
  quote: string;
  /** Whether it is the centre's own. */
  isOfCentre: boolean;
  /** Who wrote, or answered; null where it was reopened. */
  by: SpeakerView | null;
  /** The beginning of the comment; null where the notice is about none. */
  excerpt: string | null;
  /** How the thread was answered, as long as it is. */
  disposition: Disposition | null;
}

export class NoticeView {
  id: string;
  kind: NoticeKind;
  at: string;
  isRead: boolean;
  /** For `after` and `upTo`. */
  place: string;
  section: SectionReference | null;
  thread: NoticedThreadView | null;
  session: SessionSummary | null;
  /** Into which the section went. */
  phase: Phase | null;
  decision: DecisionKind | null;
}

/** `GET /inbox`, the newest first. */
export class InboxPage {
  notices: NoticeView[];
  /** Of all pages. */
  unread: number;
  /** What to ask for as `after` to read on; null: this is all. */
  next: string | null;
}

/** `GET /inbox/count`, and the answer to `POST /inbox/readings` */
export class InboxCount {
  unread: number;
}

/** `GET /inbox?after=` */
export class InboxQuery {
  @MayBeLeftOut()
  @IsNoticePlace()
  after?: string;
}

/** `POST /inbox/readings`: what has been read, in one of three ways. */
export class InboxReading {
  /** These. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.http.pageRows)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  ids?: string[];

  /** This one and all that came before it. */
  @MayBeLeftOut()
  @IsNoticePlace()
  upTo?: string;

  /** Those about a thread. */
  @MayBeLeftOut()
  @IsUUID()
  threadId?: string;
}
