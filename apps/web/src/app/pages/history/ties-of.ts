import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import type { SectionTies } from '@expert-forum/domain';

/** What a mandate is to a section. */
export const tiesOf = ({ drafters, rapporteur }: SectionView, { id }: HeldMandate): SectionTies => ({
  isDrafter: drafters.some(({ mandateId }) => mandateId === id),
  isRapporteur: rapporteur?.mandateId === id,
});
