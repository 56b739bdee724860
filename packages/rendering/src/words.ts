import type { LocalisedTitle } from '@expert-forum/contracts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '@expert-forum/contracts';
import { IntlMessageFormat } from 'intl-messageformat';
import { html, type Html } from './html.js';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };

export type WordKey = keyof typeof en;
type Catalogue = Readonly<Record<WordKey, string>>;

const CATALOGUES: Readonly<Record<InterfaceLanguage, Catalogue>> = { en, ru, ja };

/** Each in itself. */
export const LANGUAGE_NAMES: Readonly<Record<InterfaceLanguage, string>> = { en: 'English', ru: 'Русский', ja: '日本語' };
export const LANGUAGES = INTERFACE_LANGUAGES;

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of public pages in one language. */
export const wordsIn =
  (language: InterfaceLanguage): Say =>
  (key, values = {}) =>
    String(new IntlMessageFormat(CATALOGUES[language][key], language).format(values));

/** In the reader's language or, marked as such, in English. */
export function titleIn(title: LocalisedTitle, language: InterfaceLanguage): Html {
  const own = title[language];
  return own !== undefined || language === 'en' ? html`${own ?? title.en}` : html`<span lang="en">${title.en}</span>`;
}

/** British order of the day, as on every screen. */
const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', ru: 'ru', ja: 'ja' };

/** Day in words, in Tashkent, where the Forum has its seat. */
export const dayIn = (iso: string, language: InterfaceLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Tashkent' }).format(new Date(iso));

/** To the minute on the clock of a zone, with how far it is from UTC. */
export const momentIn = (iso: string, language: InterfaceLanguage, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ timeZoneName: 'shortOffset', timeZone },
  }).format(new Date(iso));
