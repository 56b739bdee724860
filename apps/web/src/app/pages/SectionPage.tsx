import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useLocation } from '@tanstack/react-router';
import { outlineQuery } from '../../features/documents/api/outline-queries.js';
import { useActing } from '../../features/logins/acting.js';
import { hasStatus } from '../../shared/api/problem-error.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import { NotFoundPage } from './NotFoundPage.js';
import { OpenSection } from './section/OpenSection.js';
import { useSectionView } from './section/use-section-view.js';

const route = getRouteApi('/$language/signed-in/text/$section');

/** One section: its text, where it stands, and who is here. A chapter holds no text and leads to its first section. */
export function SectionPage() {
  const text = useText();
  const problemText = useProblemText();
  const { language, section: sectionId } = route.useParams();
  const { thread: threadId } = route.useSearch();
  const paragraphId = useLocation({ select: ({ hash }) => hash });
  const { member, mandates, mandate } = useActing();
  const { data: view, error } = useSectionView(sectionId);
  const { data: outline } = useQuery({ ...outlineQuery(view?.documentId ?? ''), enabled: view !== undefined });
  const fault = error && <Notice kind="fault">{problemText(error)}</Notice>;

  if (view === undefined && hasStatus(error, 404)) return <NotFoundPage />;
  const first = view?.parentId === null ? outline?.sections.find(({ parentId }) => parentId === sectionId) : undefined;
  if (first) return <Navigate to="/$language/text/$section" params={{ language, section: first.id }} replace />;
  if (view === undefined || mandate === null) return <Frame title={text('overview.title')}>{fault ?? <Skeleton />}</Frame>;
  return (
    <OpenSection
      key={sectionId}
      view={view}
      outline={outline}
      identity={{ memberId: member.id, mandateId: mandate.id }}
      role={mandate.role}
      mandates={mandates}
      wanted={{ threadId, paragraphId }}
      fault={hasStatus(error, 404) ? fault : null}
    />
  );
}
