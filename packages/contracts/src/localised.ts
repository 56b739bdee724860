import { LIMITS } from '@expert-forum/domain';
import { MayBeLeftOut } from './may-be-left-out.js';
import { IsPlainText } from './text-limits.js';

/** A title in the languages it exists in; English is the drafting language. */
export class LocalisedTitle {
  @IsPlainText(LIMITS.title.graphemes)
  en: string;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  ru?: string;

  @MayBeLeftOut()
  @IsPlainText(LIMITS.title.graphemes)
  ja?: string;
}
