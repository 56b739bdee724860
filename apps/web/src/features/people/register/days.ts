/** Calendar days as date fields write them, `2026-11-24`, in the reader's time zone. */
export const dayOf = (at: Date): string =>
  `${String(at.getFullYear()).padStart(4, '0')}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

export const beginningOf = (day: string): Date => new Date(`${day}T00:00`);

/** A mandate that holds through a day ends with the first moment of the next one. */
export function endOf(day: string): Date {
  const end = beginningOf(day);
  end.setDate(end.getDate() + 1);
  return end;
}

/** Some moment of the last day on which a mandate holds that ends then. */
export const lastHeld = (endsAt: string): Date => new Date(Date.parse(endsAt) - 1);
