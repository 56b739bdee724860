import { DocumentEntity } from './features/documents/document.entity.js';
import { DrafterEntity } from './features/documents/drafter.entity.js';
import { SectionEntity } from './features/documents/section.entity.js';
import { NoticeEntity } from './features/inbox/notice.entity.js';
import { CentreEntity } from './features/people/centre.entity.js';
import { CountryEntity } from './features/people/country.entity.js';
import { ForumEntity } from './features/people/forum.entity.js';
import { MandateEntity } from './features/people/mandate.entity.js';
import { MemberEntity } from './features/people/member.entity.js';
import { AgendaItemSectionEntity } from './features/sessions/agenda-item-section.entity.js';
import { AgendaItemEntity } from './features/sessions/agenda-item.entity.js';
import { DecisionEntity } from './features/sessions/decision.entity.js';
import { ObjectionCallEntity } from './features/sessions/objection-call.entity.js';
import { SessionEntity } from './features/sessions/session.entity.js';
import { CommentEntity } from './features/threads/comment.entity.js';
import { ThreadEntity } from './features/threads/thread.entity.js';

/** Every table that TypeORM maps; the others (logs and secrets) are written and read by statements. */
export const entities: (new () => object)[] = [
  AgendaItemEntity,
  AgendaItemSectionEntity,
  CentreEntity,
  CommentEntity,
  CountryEntity,
  DecisionEntity,
  DocumentEntity,
  DrafterEntity,
  ForumEntity,
  MandateEntity,
  MemberEntity,
  NoticeEntity,
  ObjectionCallEntity,
  SectionEntity,
  SessionEntity,
  ThreadEntity,
];
