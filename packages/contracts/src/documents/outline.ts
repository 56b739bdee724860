import { LIMITS, PHASES, SECTION_ID, type Phase, type Role, type Status } from '@expert-forum/domain';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { Nested } from '../nested.js';
import { IsPlainText } from '../text-limits.js';

export class DocumentView {
  id: string;
  title: LocalisedTitle;
}

/** `POST /documents` */
export class NewDocument {
  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;
}

export class DrafterView {
  mandateId: string;
  memberName: string;
  centreCode: string;
}

export class RapporteurView {
  mandateId: string;
  memberName: string;
}

/** `GET /drafting-candidates`: a mandate in force that may be named as a drafter (of a centre) or as a rapporteur. */
export class DraftingCandidateView {
  mandateId: string;
  memberName: string;
  role: Role;
  centreCode: string | null;
}

/** A node of the outline: a chapter, or a section, which owns text. */
export class SectionView {
  id: string;
  documentId: string;
  parentId: string | null;
  /** Its place: `5` or `5.1`. */
  number: string;
  title: LocalisedTitle;
  phase: Phase;
  phaseChangedAt: string;
  status: Status;
  isAdReferendum: boolean;
  drafters: DrafterView[];
  /** Its own, or its chapter's. */
  rapporteur: RapporteurView | null;
}

/** `GET /documents/:id/outline`, in reading order. */
export class OutlineView {
  document: DocumentView;
  sections: SectionView[];
}

/** `POST /documents/:id/sections` */
export class NewSection {
  /** The chapter; left out, a chapter is added. */
  @MayBeLeftOut()
  @Matches(SECTION_ID)
  parentId?: string;

  /** The sibling before it; left out, it comes last. */
  @MayBeLeftOut()
  @Matches(SECTION_ID)
  afterId?: string;

  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;
}

/** `PATCH /sections/:id` */
export class SectionRenaming {
  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;
}

/** `PUT /sections/:id/place` */
export class SectionPlace {
  /** The chapter; left out, a section stays in its own. A chapter has none. */
  @MayBeLeftOut()
  @Matches(SECTION_ID)
  parentId?: string;

  /** The sibling before it; left out, it comes first. */
  @MayBeLeftOut()
  @Matches(SECTION_ID)
  afterId?: string;
}

/** `POST /sections/:id/phase` */
export class PhaseChange {
  @IsIn(PHASES)
  to: Phase;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  reason?: string;
}

/** `POST /sections/:id/drafters`, `PUT /sections/:id/rapporteur` */
export class MandateReference {
  @IsUUID()
  mandateId: string;
}
