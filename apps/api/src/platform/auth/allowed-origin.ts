import { isLoopback } from '../config/is-loopback.js';
import type { ForumConfig } from '../config/forum-config.js';

/**
 * May a page of this origin write here? Without PUBLIC_URL only pages that came from where the request goes; where only this
 * machine is listened to, only under one of its own names, since a foreign name can be made to lead here. No origin is no
 * browser: the request then stands on its secret alone.
 */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, config: Pick<ForumConfig, 'publicOrigins' | 'host'>): boolean {
  if (origin === undefined) return true;
  if (config.publicOrigins.length > 0) return config.publicOrigins.includes(origin);
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host && (!isLoopback(config.host) || isLoopback(from.hostname));
}
