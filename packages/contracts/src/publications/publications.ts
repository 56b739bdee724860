import { LIMITS, SECTION_ID, SLUG, type LeftOutReason, type Status } from '@expert-forum/domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsString, Length, Matches } from 'class-validator';
import { IsContentHash } from '../content-hash.js';
import { LocalisedTitle } from '../localised.js';
import { Nested } from '../nested.js';

const LONGEST_SLUG = 60;

/** `GET /publications`, newest first, for everybody. */
export class PublicationSummary {
  number: number;
  slug: string;
  title: LocalisedTitle;
  sealedAt: string;
  hash: string;
  isCorrection: boolean;
  /** The one that took its place. */
  supersededBy: string | null;
}

export class PreviewedSection {
  id: string;
  number: string;
  title: LocalisedTitle;
  seq: number;
  hash: string;
  /** ProseMirror JSON in its canonical form. */
  document: object;
}

export class LeftOutSection {
  id: string;
  number: string;
  title: LocalisedTitle;
  status: Status;
  reason: LeftOutReason;
}

/** `GET /documents/:id/publication-preview`: exactly what would become public. */
export class PublicationPreview {
  number: number;
  supersedes: { number: number; slug: string } | null;
  sections: PreviewedSection[];
  leftOut: LeftOutSection[];
  /** Of what is shown; sealing names it, so that nothing else can be sealed. */
  digest: string;
}

/** `POST /documents/:id/publications` */
export class NewPublication {
  @Nested(() => LocalisedTitle)
  title: LocalisedTitle;

  @Matches(SLUG)
  slug: string;

  /** The slug, typed once more. */
  @IsString()
  @Length(0, LONGEST_SLUG)
  confirmation: string;

  /** Of the preview that is sealed. */
  @IsContentHash()
  digest: string;

  /** Agreed sections that are kept back. */
  @IsArray()
  @ArrayMaxSize(LIMITS.publication.sections)
  @ArrayUnique()
  @Matches(SECTION_ID, { each: true })
  keptBack: string[];

  /** Mends the publication before it, instead of going on from it. */
  @IsBoolean()
  isCorrection: boolean;
}
