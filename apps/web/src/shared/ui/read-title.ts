import type { LocalisedTitle } from '@expert-forum/contracts';
import { LANGUAGES } from '../i18n/languages.js';

/** What was written into a field, without white space around it and as one spelling of Unicode. */
export const written = (form: FormData, name: string): string => String(form.get(name) ?? '').trim().normalize('NFC');

/** A title from its fields, one a language, named `prefix` and the language; those that were left empty are left out. */
export function titleOf(form: FormData, prefix = ''): LocalisedTitle {
  const others = LANGUAGES.filter((language) => language !== 'en' && written(form, prefix + language) !== '');
  return { en: written(form, `${prefix}en`), ...Object.fromEntries(others.map((language) => [language, written(form, prefix + language)])) };
}
