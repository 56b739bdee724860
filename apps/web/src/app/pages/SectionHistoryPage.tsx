import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { outlineQuery } from '../../features/documents/api/outline-queries.js';
import { useMandate } from '../../features/logins/acting.js';
import { hasStatus } from '../../shared/api/problem-error.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import { OpenHistory } from './history/OpenHistory.js';
import { NotFoundPage } from './NotFoundPage.js';
import { useSectionView } from './section/use-section-view.js';
import { SectionTrail } from './section/SectionTrail.js';

const route = getRouteApi('/$language/signed-in/text/$section/history');

/** How a section came to read as it does. */
export function SectionHistoryPage() {
  const text = useText();
  const problemText = useProblemText();
  const { section: sectionId } = route.useParams();
  const search = route.useSearch();
  const mandate = useMandate();
  const { data: view, error } = useSectionView(sectionId);
  const { data: outline } = useQuery({ ...outlineQuery(view?.documentId ?? ''), enabled: view !== undefined });
  const title = text('history.title');
  if ((view === undefined && hasStatus(error, 404)) || view?.parentId === null) return <NotFoundPage />;
  if (view === undefined || mandate === null) return <Frame title={title}>{error ? <Notice kind="fault">{problemText(error)}</Notice> : <Skeleton />}</Frame>;
  return (
    <Frame title={`${title} · ${view.number}`} trail={<SectionTrail section={view} outline={outline} page={title} />}>
      <OpenHistory key={sectionId} section={view} mandate={mandate} search={search} />
    </Frame>
  );
}
