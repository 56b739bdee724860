import type { SectionConnection } from '@expert-forum/collab/client';
import type { ItemSectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { outlineQuery, sectionQuery } from '../../../features/documents/api/outline-queries.js';
import { SectionReading } from '../../../features/drafting/components/SectionReading.js';
import { useSectionFact } from '../../../features/drafting/connection/section-facts.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { useReferenceTargets } from '../section/use-reference-targets.js';

interface Props {
  readonly section: Pick<ItemSectionView, 'id' | 'number'>;
  /** Null while the device is being opened. */
  readonly connection: SectionConnection | null;
}

/** The text everybody looks at, live. Nobody types here. */
export function TextOnTable({ section, connection }: Props) {
  return connection === null ? <Skeleton /> : <LiveText section={section} connection={connection} />;
}

function LiveText({ section: { id, number }, connection }: Props & { readonly connection: SectionConnection }) {
  const text = useText();
  const hasText = useSectionFact(connection, (status) => status.hasText);
  const isCut = useSectionFact(connection, ({ word }) => word === 'offline' || word === 'rejected');
  const { data: view } = useQuery(sectionQuery(id));
  const { data: outline } = useQuery({ ...outlineQuery(view?.documentId ?? ''), enabled: view !== undefined });
  const targets = useReferenceTargets(id, outline);
  if (hasText) return <SectionReading section={connection} label={text('section.text', { number })} targets={targets} />;
  return isCut ? <p>{text('section.notOnDevice')}</p> : <Skeleton />;
}
