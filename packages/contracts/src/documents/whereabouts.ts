import { IsBoolean } from 'class-validator';

/** Who is in a section now: codes of centres, and roles of those who act for none; each once, in their order. Never members. */
export interface SectionWhereabouts {
  readonly sectionId: string;
  readonly here: readonly string[];
}

/** `whereabouts:changed`: the sections that somebody entered or left. As an answer to `whereabouts:watch` all that anybody is in. */
export interface WhereaboutsNews {
  readonly sections: readonly SectionWhereabouts[];
}

/** `whereabouts:watch` */
export class WatchWhereabouts {
  /** False: no more news of it. */
  @IsBoolean()
  isWatching: boolean;
}

/** What a client may ask about who is where. */
export interface WhereaboutsCommands {
  'whereabouts:watch': { readonly payload: WatchWhereabouts; readonly value: WhereaboutsNews };
}

export const WHEREABOUTS_COMMANDS = ['whereabouts:watch'] as const satisfies readonly (keyof WhereaboutsCommands)[];
