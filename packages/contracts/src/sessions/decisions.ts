import { LIMITS, REOPENED_PHASES, SECTION_ID, type DecisionKind, type ReopenedPhase } from '@expert-forum/domain';
import { IsBoolean, IsIn, IsInt, IsUUID, Matches, Min } from 'class-validator';
import { IsContentHash } from '../content-hash.js';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { IsPlainText } from '../text-limits.js';

export class DecisionView {
  id: string;
  kind: DecisionKind;
  at: string;
  sectionId: string;
  /** As they were when it was decided. */
  sectionNumber: string;
  sectionTitle: LocalisedTitle;
  /** What was recorded in words; English. */
  text: string | null;
  /** The text that was settled; null where a decision reopened it. */
  revision: { id: string; seq: number; hash: string } | null;
  /** Codes of the centres that were in the room. */
  centresPresent: string[];
  /** The decision that this one corrects. */
  corrects: string | null;
}

/** `GET /sections/:id/decisions`, newest first: with where it was decided. */
export class SectionDecisionView extends DecisionView {
  sessionId: string;
  /** Place of its item in the agenda, from 1. */
  item: number;
}

/** "Any objection?" Whether it runs, was stopped or went unopposed: `callOutcome` of the domain, by the time of the server. */
export class ObjectionCallView {
  id: string;
  itemId: string;
  sectionId: string;
  openedAt: string;
  closesAt: string;
  stoppedAt: string | null;
  objectingCentre: string | null;
  /** The text that was asked about. */
  seq: number;
  hash: string;
}

/** `POST /agenda-items/:id/calls` */
export class CallSubject {
  @Matches(SECTION_ID)
  sectionId: string;
}

/** `call:open` */
export class OpenCall extends CallSubject {
  @IsUUID()
  itemId: string;
}

/** `call:object` */
export class CallReference {
  @IsUUID()
  callId: string;
}

/** `POST /objection-calls/:id/decision`: the text as the moderator sees it. */
export class Agreement {
  @IsInt()
  @Min(1)
  seq: number;

  @IsContentHash()
  hash: string;

  /** Agreed in the room, home still to confirm. */
  @MayBeLeftOut()
  @IsBoolean()
  isAdReferendum?: boolean;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  text?: string;
}

/** `decision:record` */
export class RecordDecision extends Agreement {
  @IsUUID()
  callId: string;
}

/** `POST /sessions/:id/corrections` */
export class Correction {
  @IsUUID()
  decisionId: string;

  @IsIn(REOPENED_PHASES)
  to: ReopenedPhase;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  text?: string;
}

/** `decision:correct` */
export class CorrectDecision extends Correction {
  @IsUUID()
  sessionId: string;
}
