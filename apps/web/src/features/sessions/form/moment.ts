const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a field for date and time writes it, by the reader's clock: `2026-11-24T14:00`. */
export function localMoment(iso: string): string {
  const at = new Date(iso);
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that was meant; empty where none was given. */
export const instantOf = (local: string): string => (Number.isNaN(Date.parse(local)) ? '' : new Date(local).toISOString());
