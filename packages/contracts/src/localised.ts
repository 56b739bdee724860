import { LIMITS } from '@expert-forum/domain';
import { IsOptional } from 'class-validator';
import { IsPlainText } from './text-limits.js';

/** A title in the languages it exists in; English is the drafting language. */
export class LocalisedTitle {
  @IsPlainText(LIMITS.title.graphemes)
  en: string;

  @IsOptional()
  @IsPlainText(LIMITS.title.graphemes)
  ru?: string;

  @IsOptional()
  @IsPlainText(LIMITS.title.graphemes)
  ja?: string;
}
