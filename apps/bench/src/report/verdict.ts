/** Whether what was to be reached was reached. */
export interface Verdict {
  readonly what: string;
  readonly figure: number;
  readonly limit: number;
  readonly isReached: boolean;
}

export const atMost = (what: string, figure: number, limit: number): Verdict => ({ what, figure, limit, isReached: figure <= limit });
export const atLeast = (what: string, figure: number, limit: number): Verdict => ({ what, figure, limit, isReached: figure >= limit });

export function sentenceOf({ what, figure, limit, isReached }: Verdict): string {
  return `${isReached ? 'reached' : 'MISSED '}  ${what}: ${figure.toFixed(2)}, to reach ${Number(limit.toFixed(2))}`;
}
