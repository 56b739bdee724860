import { LIMITS, type Role, type SessionState } from '@expert-forum/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsUUID, ValidateNested } from 'class-validator';
import { IsInstant } from '../instant.js';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { Nested } from '../nested.js';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../screen-paths.js';
import { IsPlainText } from '../text-limits.js';
import { AgendaItemInput, type AgendaItemView } from './agenda.js';
import type { ObjectionCallView } from './decisions.js';

/** `GET /sessions`: the latest hundred, by the time they start. */
export class SessionSummary {
  id: string;
  title: LocalisedTitle;
  place: string | null;
  startsAt: string;
  endsAt: string;
  state: SessionState;
}

/** Who asks to speak: by centre, or by role where the mandate has none. Forgotten when the session closes. */
export class FloorRequestView {
  id: string;
  centreCode: string | null;
  role: Role;
  askedAt: string;
  hasFloor: boolean;
}

/** `GET /sessions/:id`, and `session:changed`: everything that a screen of the room shows. */
export class SessionView extends SessionSummary {
  openedAt: string | null;
  closedAt: string | null;
  chair: { mandateId: string; memberName: string };
  items: AgendaItemView[];
  /** The newest one on the item that is on the table. */
  call: ObjectionCallView | null;
  /** Who has the floor, then the others in the order in which they asked. */
  floor: FloorRequestView[];
  /** Codes of the centres that are in the room. */
  centresPresent: string[];
  /** How many centres there are in the forum. */
  centresInForum: number;
  /** For countdowns: clocks of screens differ. */
  serverNow: string;
}

/** Answer to `session:join`. */
export class JoinedSession {
  session: SessionView;
  /** Of the mandate's own request for the floor, if it has one. */
  floorRequestId: string | null;
}

/** `PUT /sessions/:id`; times in UTC or with their offset. */
export class SessionPlan {
  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;

  /** Left out: online only. */
  @MayBeLeftOut()
  @IsPlainText(LIMITS.name.graphemes)
  place?: string;

  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;
}

/** `POST /sessions`, `session:plan` */
export class PlanSession extends SessionPlan {
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(LIMITS.session.items)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items?: AgendaItemInput[];
}

/** `session:edit` */
export class EditSession extends SessionPlan {
  @IsUUID()
  sessionId: string;
}

/** `GET /sessions/:id/calendar.ics` */
export class CalendarQuery {
  /** English, where it is left out. */
  @MayBeLeftOut()
  @IsIn(INTERFACE_LANGUAGES)
  language?: InterfaceLanguage;
}

/** `session:open`, `session:join` and others that need nothing more. */
export class SessionReference {
  @IsUUID()
  sessionId: string;
}

/** `floor:give` */
export class GiveFloor extends SessionReference {
  @IsUUID()
  requestId: string;
}
