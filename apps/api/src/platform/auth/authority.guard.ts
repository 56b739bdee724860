import { mayPerform } from '@expert-forum/domain';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isUUID } from 'class-validator';
import { ForumConfig } from '../config/forum-config.js';
import { demand, ProblemException } from '../errors/problem-error.js';
import { isAllowedOrigin } from './allowed-origin.js';
import { REQUIREMENT, type Authenticated, type Requirement } from './authority.js';
import { readLoginCookie } from './login-cookie.js';
import { Logins } from './logins.js';

const READS = ['GET', 'HEAD'];

/** At every HTTP door. One without a requirement stays shut. */
@Injectable()
export class AuthorityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: ForumConfig,
    private readonly logins: Logins,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Authenticated>();
    if (!READS.includes(request.method)) this.demandOwnPage(request);
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIREMENT, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (requirement === undefined) throw new ProblemException('not-allowed');
    if (requirement.kind === 'public') return true;
    const login = await this.logins.find(readLoginCookie(request, this.config) ?? '');
    if (login === null) throw new ProblemException('login-required');
    request.login = login;
    if (requirement.kind === 'action') {
      const mandateId = request.header('X-Forum-Mandate');
      if (mandateId === undefined) throw new ProblemException('mandate-required');
      const performer = isUUID(mandateId) ? await this.logins.performer(login, mandateId) : null;
      if (performer === null) throw new ProblemException('mandate-not-held');
      demand(mayPerform(requirement.action, performer.actor.role, { isOwn: true }));
      request.performer = performer;
    }
    return true;
  }

  private demandOwnPage(request: Authenticated): void {
    if (request.header('X-Forum-Request') !== '1') throw new ProblemException('request-header-missing');
    if (!isAllowedOrigin(request.header('Origin'), request.header('Host'), this.config)) {
      throw new ProblemException('origin-not-allowed');
    }
  }
}
