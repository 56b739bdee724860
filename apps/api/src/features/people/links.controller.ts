import { LinkAcceptance, type LinkView } from '@expert-forum/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Public } from '../../platform/auth/authority.js';
import { OneTimeLinks } from './one-time-links.js';

@Public()
@Controller('links')
export class LinksController {
  constructor(private readonly links: OneTimeLinks) {}

  @Get(':token')
  look(@Param('token') token: string): Promise<LinkView> {
    return this.links.look(token);
  }

  @Post(':token')
  @HttpCode(204)
  async accept(@Param('token') token: string, @Body() { password }: LinkAcceptance): Promise<void> {
    await this.links.accept(token, password);
  }
}
