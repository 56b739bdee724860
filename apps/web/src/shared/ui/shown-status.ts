import type { SectionView } from '@expert-forum/contracts';
import type { Phase, Status } from '@expert-forum/domain';

/** What is said of where a section stands: its status, or the phase in which nobody types though to the outside it is open. */
export type ShownStatus = Status | Extract<Phase, 'outline' | 'consultation' | 'parked'>;

/** In the order in which a text ripens. */
export const SHOWN_STATUSES = [
  'outline',
  'open',
  'consultation',
  'in_brackets',
  'under_silence',
  'agreed_ad_referendum',
  'agreed',
  'published',
  'parked',
] as const satisfies readonly ShownStatus[];

export function shownStatus({ phase, status }: Pick<SectionView, 'phase' | 'status'>): ShownStatus {
  const isNamed = phase === 'outline' || phase === 'consultation' || phase === 'parked';
  return isNamed && status === 'open' ? phase : status;
}
