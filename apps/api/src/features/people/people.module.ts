import { Module } from '@nestjs/common';
import { LoginsModule } from '../logins/logins.module.js';
import { CreateForum } from './create-forum.js';
import { Forums } from './forums.js';
import { InviteSecretariat } from './invite-secretariat.js';
import { LinksController } from './links.controller.js';
import { ListPeople } from './list-people.js';
import { MandateTerms } from './mandate-terms.js';
import { MemberAccess } from './member-access.js';
import { OneTimeLinks } from './one-time-links.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

@Module({
  imports: [LoginsModule],
  controllers: [PeopleController, LinksController],
  providers: [CreateForum, Forums, InviteSecretariat, ListPeople, MandateTerms, MemberAccess, OneTimeLinks, PeopleService],
  exports: [CreateForum, Forums, OneTimeLinks, PeopleService],
})
export class PeopleModule {}
