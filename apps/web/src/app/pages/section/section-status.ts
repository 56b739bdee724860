import type { SectionView } from '@expert-forum/contracts';
import type { MessageKey } from '../../../shared/i18n/catalogues.js';

/** The word for where a section stands. Phases in which nobody types are named, though to the outside they are open. */
export function statusKey({ phase, status }: Pick<SectionView, 'phase' | 'status'>): MessageKey {
  const isNamed = phase === 'outline' || phase === 'consultation' || phase === 'parked';
  return isNamed && status === 'open' ? `status.${phase}` : `status.${status}`;
}
