/** When a mandate gives rights: from `startsAt` until `endsAt` or its withdrawal. */
export interface MandateTerm {
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export function isInForce({ startsAt, endsAt, withdrawnAt }: MandateTerm, at: Date): boolean {
  return startsAt <= at && (endsAt === null || at < endsAt) && withdrawnAt === null;
}
