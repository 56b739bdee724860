import { DocumentEntity } from './features/documents/document.entity.js';
import { DrafterEntity } from './features/documents/drafter.entity.js';
import { SectionEntity } from './features/documents/section.entity.js';
import { CentreEntity } from './features/people/centre.entity.js';
import { CountryEntity } from './features/people/country.entity.js';
import { ForumEntity } from './features/people/forum.entity.js';
import { MandateEntity } from './features/people/mandate.entity.js';
import { MemberEntity } from './features/people/member.entity.js';

/** Every table that TypeORM maps; the others (logs and secrets) are written and read by statements. */
export const entities: (new () => object)[] = [
  CentreEntity,
  CountryEntity,
  DocumentEntity,
  DrafterEntity,
  ForumEntity,
  MandateEntity,
  MemberEntity,
  SectionEntity,
];
