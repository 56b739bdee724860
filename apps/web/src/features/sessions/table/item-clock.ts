import type { AgendaItemView } from '@expert-forum/contracts';

/** Of the time that was planned, so much is little. */
const LITTLE = 0.2;

export interface ItemClock {
  /** Whole seconds that are left; negative once the time is over. */
  readonly seconds: number;
  readonly isLow: boolean;
  readonly isOver: boolean;
}

/** How the item on the table stands against the minutes planned for it; null for one that never was there. */
export function itemClock({ activatedAt, minutes }: Pick<AgendaItemView, 'activatedAt' | 'minutes'>, at: Date): ItemClock | null {
  if (activatedAt === null) return null;
  const passed = Math.max(0, at.getTime() - Date.parse(activatedAt));
  const seconds = Math.ceil(minutes * 60 - passed / 1_000);
  return { seconds, isLow: seconds >= 0 && seconds <= minutes * 60 * LITTLE, isOver: seconds < 0 };
}

/** `24:20`, `1:04:20` */
export function clockFace(seconds: number): string {
  const whole = Math.abs(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
