import { INTERFACE_LANGUAGES, SCREEN_PATHS, type InterfaceLanguage } from '@expert-forum/contracts';

const SCREENS = SCREEN_PATHS.map((path) => new RegExp(`^/${path.replace(/:\w+/g, '[^/]+')}/?$`));

/** Language of the screen at this path; null where there is no screen. */
export function screenLanguage(path: string): InterfaceLanguage | null {
  const language = pathLanguage(path);
  if (language === null) return null;
  const rest = path.slice(language.length + 1) || '/';
  return SCREENS.some((screen) => screen.test(rest)) ? language : null;
}

/** Language that the path begins with, screen or not. */
export function pathLanguage(path: string): InterfaceLanguage | null {
  return INTERFACE_LANGUAGES.find((each) => path === `/${each}` || path.startsWith(`/${each}/`)) ?? null;
}
