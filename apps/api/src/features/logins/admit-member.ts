import type { CurrentLogin } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { setLoginCookie } from '../../platform/auth/login-cookie.js';
import { Logins } from '../../platform/auth/logins.js';
import { ForumConfig } from '../../platform/config/forum-config.js';
import { LoginsService } from './logins.service.js';

/** Where every way of signing in ends: a new login, its cookie for this browser, and the answer who one is. */
@Injectable()
export class AdmitMember {
  constructor(
    private readonly logins: Logins,
    private readonly service: LoginsService,
    private readonly config: ForumConfig,
  ) {}

  async admit(memberId: string, response: Response): Promise<CurrentLogin> {
    setLoginCookie(response, await this.logins.open(memberId), this.config);
    return this.service.current(memberId);
  }
}
