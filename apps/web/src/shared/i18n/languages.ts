import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '@expert-forum/contracts';

export const LANGUAGES = INTERFACE_LANGUAGES;
export type Language = InterfaceLanguage;

/** Each in itself, as its readers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', ja: '日本語' };

const KEY = 'forum.language';

export const isLanguage = (value: string | undefined | null): value is Language => LANGUAGES.some((language) => language === value);

/** The first language of the reader's list that the interface speaks; English otherwise. */
export function bestLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function rememberedLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return isLanguage(kept) ? kept : bestLanguage(navigator.languages);
}

/** The language of a page by its address; of an address without one, the remembered. */
export function languageOfPath(path: string): Language {
  const [, first] = path.split('/');
  return isLanguage(first) ? first : rememberedLanguage();
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
