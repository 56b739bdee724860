import { isLanguage, type Language } from '../shared/i18n/languages.js';

/**
 * Where a sign-in leads back to, in the reader's language. Null for whatever is no screen behind the sign-in of this very
 * application: a link may not lead anybody elsewhere.
 */
export function ownPath(back: string | undefined, language: Language, origin: string = location.origin): string | null {
  if (back === undefined || !back.startsWith('/') || !URL.canParse(back, origin)) return null;
  const url = new URL(back, origin);
  const [, wanted, ...rest] = url.pathname.split('/');
  if (url.origin !== origin || !isLanguage(wanted) || rest[0] === 'sign-in' || rest[0] === 'invite') return null;
  return `/${[language, ...rest].join('/')}${url.search}${url.hash}`;
}

/** The present address in another language. */
export const inLanguage = (path: string, language: Language): string => path.replace(/^\/[^/?#]*/, `/${language}`);
