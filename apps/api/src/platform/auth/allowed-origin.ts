import type { ForumConfig } from '../config/forum-config.js';

/**
 * May a page of this origin write here? Without PUBLIC_URL only pages that came from where the request goes. No origin is
 * no browser: the request then stands on its secret alone.
 */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, { publicOrigins }: ForumConfig): boolean {
  if (origin === undefined) return true;
  if (publicOrigins.length > 0) return publicOrigins.includes(origin);
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
