import type { LocalisedTitle } from '@expert-forum/contracts';
import { LANGUAGES } from '../../../shared/i18n/languages.js';

/** What was written into a field, in the form in which the forum keeps it. */
export const written = (form: FormData, name: string): string => String(form.get(name) ?? '').trim().normalize('NFC');

/** A title from its fields; languages that were left empty are left out. */
export function titleOf(form: FormData): LocalisedTitle {
  const others = LANGUAGES.filter((language) => language !== 'en' && written(form, language) !== '');
  return { en: written(form, 'en'), ...Object.fromEntries(others.map((language) => [language, written(form, language)])) };
}
