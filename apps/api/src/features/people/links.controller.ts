import { LinkAcceptance, type CurrentLogin, type LinkView } from '@expert-forum/contracts';
import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/auth/authority.js';
import { AdmitMember } from '../logins/admit-member.js';
import { OneTimeLinks } from './one-time-links.js';

@Public()
@Controller('links')
export class LinksController {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly entrance: AdmitMember,
  ) {}

  @Get(':token')
  look(@Param('token') token: string): Promise<LinkView> {
    return this.links.look(token);
  }

  @Post(':token')
  async accept(@Param('token') token: string, @Body() { password }: LinkAcceptance, @Res({ passthrough: true }) response: Response): Promise<CurrentLogin> {
    const { memberId } = await this.links.accept(token, password);
    return this.entrance.admit(memberId, response);
  }
}
