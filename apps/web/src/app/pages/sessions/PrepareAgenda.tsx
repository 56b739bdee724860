import type { SessionView } from '@expert-forum/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { documentsQuery, outlineQuery } from '../../../features/documents/api/outline-queries.js';
import { chaptersOf } from '../../../features/documents/outline/chapters.js';
import { AgendaEditor } from '../../../features/sessions/agenda/AgendaEditor.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';

interface Props {
  readonly session: SessionView;
  readonly onClose: () => void;
}

/** The agenda as a moderator prepares it, with the sections of all documents to choose from. */
export function PrepareAgenda({ session, onClose }: Props) {
  const { data: documents } = useQuery(documentsQuery);
  const outlines = useQueries({ queries: (documents ?? []).map(({ id }) => outlineQuery(id)) });
  const loaded = outlines.flatMap(({ data }) => data ?? []);
  if (documents === undefined || loaded.length < documents.length) return <Skeleton />;
  return <AgendaEditor session={session} chapters={loaded.flatMap(({ sections }) => chaptersOf(sections))} onClose={onClose} />;
}
