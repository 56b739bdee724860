/** The field under another name, left out where it is empty. */
export function given<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  if (value !== '') found[name] = value;
  return found;
}
