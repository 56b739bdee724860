import { ITEM_CONCLUSIONS, LIMITS, SECTION_ID, type ItemConclusion, type ItemState, type Phase } from '@expert-forum/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { LocalisedTitle } from '../localised.js';
import { MayBeLeftOut } from '../may-be-left-out.js';
import { Nested } from '../nested.js';
import { IsPlainText } from '../text-limits.js';
import type { DecisionView } from './decisions.js';

export class ItemSectionView {
  id: string;
  number: string;
  title: LocalisedTitle;
  phase: Phase;
  isAdReferendum: boolean;
}

export class AgendaItemView {
  id: string;
  title: LocalisedTitle;
  /** Planned for it. */
  minutes: number;
  state: ItemState;
  /** When it was last put on the table. */
  activatedAt: string | null;
  /** How it ended, in words; English. */
  outcome: string | null;
  sections: ItemSectionView[];
  decisions: DecisionView[];
}

export class AgendaItemInput {
  /** Of an item that is on the agenda already. */
  @MayBeLeftOut()
  @IsUUID()
  id?: string;

  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;

  @IsInt()
  @Min(1)
  @Max(LIMITS.session.itemMinutes)
  minutes: number;

  @IsArray()
  @ArrayMaxSize(LIMITS.session.itemSections)
  @ArrayUnique()
  @Matches(SECTION_ID, { each: true })
  sectionIds: string[];
}

/** `PUT /sessions/:id/agenda`: the whole agenda, in order. */
export class Agenda {
  @IsArray()
  @ArrayMaxSize(LIMITS.session.items)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items: AgendaItemInput[];
}

/** `session:set-agenda` */
export class SetAgenda extends Agenda {
  @IsUUID()
  sessionId: string;
}

/** `item:activate` */
export class ItemReference {
  @IsUUID()
  itemId: string;
}

/** `POST /agenda-items/:id/conclusion` */
export class ItemEnd {
  @IsIn(ITEM_CONCLUSIONS)
  to: ItemConclusion;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  outcome?: string;
}

/** `item:conclude` */
export class ConcludeItem extends ItemEnd {
  @IsUUID()
  itemId: string;
}
