import type { Text } from '../../shared/i18n/use-text.js';

/** Sentences for the fields of a form that were left empty, by name. */
export const missingFields = (form: FormData, names: readonly string[], text: Text): Readonly<Record<string, string>> =>
  Object.fromEntries(names.filter((name) => String(form.get(name)).trim() === '').map((name) => [name, text('form.required')]));
