import type { NewPublication } from '@expert-forum/contracts';
import { LANGUAGES } from '../../../shared/i18n/languages.js';

export type Sealing = Pick<NewPublication, 'title' | 'slug' | 'confirmation' | 'isCorrection'>;

/** Languages that were left empty are left out; an address is in lower case whatever a phone's keyboard thinks of it. */
export function readSealing(form: FormData): Sealing {
  const said = (name: string): string => String(form.get(name) ?? '').trim().normalize('NFC');
  const others = LANGUAGES.filter((language) => language !== 'en' && said(`title.${language}`) !== '');
  return {
    title: { en: said('title.en'), ...Object.fromEntries(others.map((language) => [language, said(`title.${language}`)])) },
    slug: said('slug').toLowerCase(),
    confirmation: said('confirmation').toLowerCase(),
    isCorrection: form.get('isCorrection') !== null,
  };
}
