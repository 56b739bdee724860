import type { CookieOptions, Request, Response } from 'express';
import { LIMITS } from '@expert-forum/domain';
import type { ForumConfig } from '../config/forum-config.js';

/** `__Host-` ties the cookie to this host and to https, where there is https. */
const nameOf = ({ hasSecureCookies }: ForumConfig): string => (hasSecureCookies ? '__Host-forum_login' : 'forum_login');

const optionsOf = ({ hasSecureCookies }: ForumConfig): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: hasSecureCookies,
  path: '/',
});

export function setLoginCookie(response: Response, secret: string, config: ForumConfig): void {
  response.cookie(nameOf(config), secret, { ...optionsOf(config), maxAge: LIMITS.login.absolute });
}

export function clearLoginCookie(response: Response, config: ForumConfig): void {
  response.clearCookie(nameOf(config), optionsOf(config));
}

export function readLoginCookie(request: Request, config: ForumConfig): string | null {
  const name = `${nameOf(config)}=`;
  const pair = (request.headers.cookie ?? '').split(';').find((each) => each.trim().startsWith(name));
  return pair === undefined ? null : pair.trim().slice(name.length);
}
