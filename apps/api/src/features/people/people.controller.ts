import { Invitation, MandateTermChange, NewCentre, NewMandate, type OneTimeLink, type PeopleView } from '@expert-forum/contracts';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { By, Requires } from '../../platform/auth/authority.js';
import type { MandatePerformer } from '../../platform/ledger/performer.js';
import { PathId } from '../../platform/path-id.js';
import { ListPeople } from './list-people.js';
import { MandateTerms } from './mandate-terms.js';
import { MemberAccess } from './member-access.js';
import { PeopleService } from './people.service.js';

@Requires('administer-people')
@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly terms: MandateTerms,
    private readonly access: MemberAccess,
    private readonly listPeople: ListPeople,
  ) {}

  @Get('people')
  list(@By() by: MandatePerformer): Promise<PeopleView> {
    return this.listPeople.for(by);
  }

  @Requires('administer-forum')
  @Post('centres')
  createCentre(@By() by: MandatePerformer, @Body() centre: NewCentre): Promise<{ id: string }> {
    return this.people.createCentre(by, centre);
  }

  @Post('invitations')
  invite(@By() by: MandatePerformer, @Body() invitation: Invitation): Promise<OneTimeLink> {
    return this.people.invite(by, invitation);
  }

  @Post('mandates')
  grant(@By() by: MandatePerformer, @Body() mandate: NewMandate): Promise<{ id: string }> {
    return this.people.grant(by, mandate);
  }

  @Patch('mandates/:id')
  @HttpCode(204)
  limit(@By() by: MandatePerformer, @PathId() id: string, @Body() { endsAt }: MandateTermChange): Promise<void> {
    return this.terms.limit(by, id, new Date(endsAt));
  }

  @Post('mandates/:id/withdrawal')
  @HttpCode(204)
  withdraw(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.terms.withdraw(by, id);
  }

  @Requires('administer-forum')
  @Post('members/:id/password-links')
  createPasswordLink(@By() by: MandatePerformer, @PathId() id: string): Promise<OneTimeLink> {
    return this.access.createPasswordLink(by, id);
  }

  @Requires('administer-forum')
  @Post('members/:id/suspension')
  @HttpCode(204)
  suspend(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.access.suspend(by, id);
  }

  @Requires('administer-forum')
  @Delete('members/:id/suspension')
  @HttpCode(204)
  readmit(@By() by: MandatePerformer, @PathId() id: string): Promise<void> {
    return this.access.readmit(by, id);
  }
}
