import { DemonstrationSignIn, type CurrentLogin, type InstallationView } from '@expert-forum/contracts';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/auth/authority.js';
import { setLoginCookie } from '../../platform/auth/login-cookie.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { LoginsService } from '../logins/logins.service.js';
import { DemonstrationService } from './demonstration.service.js';

@Public()
@Controller()
export class DemonstrationController {
  constructor(
    private readonly demonstration: DemonstrationService,
    private readonly logins: LoginsService,
    private readonly config: ForumConfig,
  ) {}

  @Get('installation')
  installation(): Promise<InstallationView> {
    return this.demonstration.installation();
  }

  @Post('demonstration-logins')
  async signIn(@Body() { mandateId }: DemonstrationSignIn, @Res({ passthrough: true }) response: Response): Promise<CurrentLogin> {
    const { memberId, secret } = await this.demonstration.signIn(mandateId);
    setLoginCookie(response, secret, this.config);
    return this.logins.current(memberId);
  }
}
