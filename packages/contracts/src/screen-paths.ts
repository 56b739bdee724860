/** Screens of the web application below `/:language/`; a segment with a colon stands for one name. Everything else is 404. */
export const SCREEN_PATHS = [
  '',
  'sign-in',
  'invite/:token',
  'home',
  'inbox',
  'text',
  'text/:section',
  'sessions',
  'sessions/:session',
  'sessions/:session/room',
  'sessions/:session/minutes',
  'people',
  'publications',
] as const;

/** Languages of the interface, in the order in which they are offered. */
export const INTERFACE_LANGUAGES = ['en', 'ru', 'ja'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
