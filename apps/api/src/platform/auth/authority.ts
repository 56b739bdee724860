import type { Action } from '@expert-forum/domain';
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from '../errors/problem-error.js';
import type { MandatePerformer } from '../ledger/performer.js';

/** What a door asks of whoever knocks. */
export type Requirement =
  | { readonly kind: 'public' }
  /** Signed in, under whatever mandate or none. */
  | { readonly kind: 'login' }
  /** Under a mandate whose role has this action; what `own` means the use case judges. */
  | { readonly kind: 'action'; readonly action: Action };

export const REQUIREMENT = 'forum:requirement';

export const Public = (): MethodDecorator & ClassDecorator => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'public' });
export const SignedIn = (): MethodDecorator & ClassDecorator => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'login' });
export const Requires = (action: Action): MethodDecorator & ClassDecorator =>
  SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'action', action });

export interface KnownLogin {
  readonly id: string;
  readonly memberId: string;
}

/** Left on the request by the guard. */
export interface Authenticated extends Request {
  login?: KnownLogin;
  performer?: MandatePerformer;
}

/** The login of the request. */
export const ByLogin = createParamDecorator((_: unknown, context: ExecutionContext): KnownLogin => {
  const { login } = context.switchToHttp().getRequest<Authenticated>();
  if (login === undefined) throw new ProblemException('login-required');
  return login;
});

/** The mandate under which the request acts. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): MandatePerformer => {
  const { performer } = context.switchToHttp().getRequest<Authenticated>();
  if (performer === undefined) throw new ProblemException('mandate-required');
  return performer;
});
