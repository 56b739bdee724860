import type { SectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { SealMark } from '../../../features/sessions/seal/SealMark.js';
import { canBeSealed, decisionsQuery, sealOf } from '../../../features/sessions/seal/section-seal.js';

/** On a text that a session agreed: its seal. */
export function SectionSeal({ section }: { readonly section: SectionView }) {
  const { data } = useQuery({ ...decisionsQuery(section.id), enabled: canBeSealed(section) });
  const seal = sealOf(section, data ?? []);
  return seal && <SealMark seal={seal} />;
}
