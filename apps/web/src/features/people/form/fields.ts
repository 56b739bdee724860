/** What was written into a field, without white space around it and as one spelling of Unicode. */
export const written = (form: FormData, name: string): string => String(form.get(name) ?? '').trim().normalize('NFC');

/** The field under another name, left out where it is empty. */
export function given<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  if (value !== '') found[name] = value;
  return found;
}
