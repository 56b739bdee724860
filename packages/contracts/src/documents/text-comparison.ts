import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { IsContentHash } from '../content-hash.js';
import { MayBeLeftOut } from '../may-be-left-out.js';

/** `GET /sections/:id/text-comparison`: what a screen has, whose outbox is empty (R2). */
export class CompareText {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  epoch: number;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  seq: number;

  /** The content hash of its shared document. */
  @IsContentHash()
  document: string;

  /** And of what its editor shows. */
  @MayBeLeftOut()
  @IsContentHash()
  editor?: string;
}

export class TextComparison {
  /** `elsewhere`: the text here stands at another seq, and nothing can be said. */
  verdict: 'same' | 'different' | 'elsewhere';
}
