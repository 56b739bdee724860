import { SignIn, TicketRequest, type CurrentLogin, type Ticket } from '@expert-forum/contracts';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ByLogin, Public, SignedIn, type KnownLogin } from '../../platform/auth/authority.js';
import { clearLoginCookie } from '../../platform/auth/login-cookie.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { AdmitMember } from './admit-member.js';
import { EndLogins } from './end-logins.js';
import { LoginsService } from './logins.service.js';

@Controller()
export class LoginsController {
  constructor(
    private readonly logins: LoginsService,
    private readonly entrance: AdmitMember,
    private readonly endLogins: EndLogins,
    private readonly config: ForumConfig,
  ) {}

  @Public()
  @Post('logins')
  async signIn(@Body() { email, password }: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<CurrentLogin> {
    return this.entrance.admit(await this.logins.verify(email, password, request.ip ?? ''), response);
  }

  @SignedIn()
  @Get('logins/current')
  current(@ByLogin() login: KnownLogin): Promise<CurrentLogin> {
    return this.logins.current(login.memberId);
  }

  @SignedIn()
  @Delete('logins/current')
  @HttpCode(204)
  async signOut(@ByLogin() login: KnownLogin, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.endLogins.here(login);
    clearLoginCookie(response, this.config);
  }

  @SignedIn()
  @Delete('logins')
  @HttpCode(204)
  async signOutEverywhere(@ByLogin() login: KnownLogin, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.endLogins.everywhere(login);
    clearLoginCookie(response, this.config);
  }

  @SignedIn()
  @Post('tickets')
  async issueTicket(@ByLogin() login: KnownLogin, @Body() { mandateId }: TicketRequest): Promise<Ticket> {
    return { ticket: await this.logins.issueTicket(login, mandateId) };
  }
}
