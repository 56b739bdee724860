import { DemonstrationSignIn, type CurrentLogin, type InstallationView } from '@expert-forum/contracts';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/auth/authority.js';
import { AdmitMember } from '../logins/admit-member.js';
import { DemonstrationService } from './demonstration.service.js';

@Public()
@Controller()
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationService,
    private readonly entrance: AdmitMember,
  ) {}

  @Get('installation')
  installation(): Promise<InstallationView> {
    return this.demonstration.installation();
  }

  @Post('demonstration-logins')
  async signIn(@Body() { mandateId }: DemonstrationSignIn, @Res({ passthrough: true }) response: Response): Promise<CurrentLogin> {
    return this.entrance.admit(await this.demonstration.holderOf(mandateId), response);
  }
}
